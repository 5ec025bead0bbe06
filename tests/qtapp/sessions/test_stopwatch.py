from qtapp.sessions.stopwatch import Stopwatch


class Seconds:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_from_its_start() -> None:
    seconds = Seconds()
    watch = Stopwatch(seconds=seconds)
    watch.restart()
    seconds.now += 2.5
    assert watch.elapsed_ms() == 2500


def test_it_does_not_count_while_paused() -> None:
    seconds = Seconds()
    watch = Stopwatch(seconds=seconds)
    watch.restart()
    seconds.now += 1
    watch.pause()
    seconds.now += 60
    watch.pause()
    watch.resume()
    seconds.now += 2
    watch.resume()
    assert watch.elapsed_ms() == 3000


def test_no_card_counts_for_more_than_the_cap() -> None:
    seconds = Seconds()
    watch = Stopwatch(seconds=seconds, max_ms=120_000)
    watch.restart()
    seconds.now += 3600
    assert watch.elapsed_ms() == 120_000
