"""Recibir: packages of other laptops are looked at, united, and, if need be, taken back.

    plan = receiving.look_at(folder, stamp, paths, on_progress=..., should_stop=...)   # -> MergePlan
    done = receiving.unite(folder, stamp, plan, confirmed=..., on_progress=..., should_stop=...)  # -> Done[MergeReport]
    receiving.forget(plan)                     # a plan that is not wanted any more
    receiving.history(folder)                  # -> list[PastMerge], the last first
    receiving.copies(folder)                   # -> list[SafetyCopy], the last first
    receiving.return_to_copy(folder, stamp, name)   # -> Done[str]: name of the copy of what was left

Values: promoter_app.domain.merging.packages (FilePlan, Brings, Label, MergePlan, FileReport, MergeReport, PastMerge).
Paths may be files or folders (their *.db files, sorted). `on_progress(done, total)` counts files; `should_stop`
is asked often; stopping raises Refusal "stopped" and nothing was changed. Everything raises Refusal `not_allowed`
for promoters. `unite` takes `confirmed`: hashes (`FilePlan.sha`) of files with more erasures than MANY_ERASURES
that the coordinator accepts; without it they are left out.
"""
