"""An invented season: people, crews, sessions and tests of a field that looks real and belongs to nobody."""

from promoter_app.services.demo.making import DemoReport, make_demo

__all__ = ["DemoReport", "make_demo"]
