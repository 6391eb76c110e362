"""Rate and time of the crew markers beside OpenCV's own ArUco detector on the same frames."""

from __future__ import annotations

import statistics
import time

import cv2
import numpy as np
import pytest

from promoter_app.capture.crew_markers import find_markers, marker_matrix
from promoter_app.domain.markers import COUNT
from tests.capture.crew_simulator import crew, crew_frame
from tests.capture.simulator import Shot

pytestmark = pytest.mark.benchmark
SHOTS = {
    "sharp": Shot(defocus=0.4),
    "soft": Shot(defocus=0.7),
    "very soft": Shot(defocus=1.0, noise=6),
    "moving": Shot(defocus=0.6, motion=2),
}


@pytest.mark.parametrize("name", SHOTS)
def test_crew_of_25_at_two_to_three_metres(name: str) -> None:
    """Single frames of 720p: share of the visible markers read right, ours and the plain detector's."""
    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_5X5_250))
    visible = right = wrong = bare = 0
    times: list[tuple[float, float]] = []
    for seed in range(6):
        rng = np.random.default_rng([8, seed])
        numbers = [int(number) for number in rng.permutation(COUNT)[:25]]
        grey, inside = crew_frame(crew(rng, numbers), float(rng.uniform(-15, 15)), SHOTS[name], rng, marker_matrix)
        truth = {holder.number: holder.answer for holder in inside}
        started = time.process_time()
        found = find_markers(grey, numbers)
        between = time.process_time()
        _, ids, _ = detector.detectMarkers(grey)
        times.append((between - started, time.process_time() - between))
        visible += len(truth)
        right += sum(truth.get(marker.number) == marker.answer for marker in found)
        wrong += sum(truth.get(marker.number) != marker.answer for marker in found)
        bare += 0 if ids is None else len(ids)
    ours, plain = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    print(f"\n{name}: right {right}/{visible}, wrong {wrong}; plain ArUco {bare}; ms {ours:.0f} beside {plain:.0f}")
    assert wrong == 0
    assert right >= bare
