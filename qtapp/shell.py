"""The app around a sitting, loaded once the window is on the screen: wires its parts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from db.clock import utc_now
from db.errors import CollectionError
from qtapp.background import Background, Task
from qtapp.dialogs.opener import DialogOpener
from qtapp.first_paint import FirstPaint
from qtapp.interrupts import Interrupts
from qtapp.look import Look
from qtapp.notify import Action, Notifier
from qtapp.opening import CourseLeft, Opened, Opening
from qtapp.pages.loading import LoadingPage
from qtapp.reporting import Reporter
from qtapp.start import Start
from qtapp.warm_up import WarmUp
from qtapp.widgets.banner import Banner
from qtapp.widgets.sidebar import LAB, QUIZ, TODAY
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from db.collection import Collection
    from db.quiz_rows import Attempt
    from qtapp.course_arrival import CourseArrival
    from qtapp.garbage import Garbage
    from qtapp.laboratory import Laboratory
    from qtapp.quizzes import Quizzes
    from qtapp.sitting import Sitting


class Shell(QObject):
    """Messages, dialogs, the background thread, the log, and the sitting they serve.

    Attributes:
        notifier: Messages to the learner.
        background: The one background thread.
        dialogs: Opens the dialogs.
        sitting: The open collection with its sessions and pages; None until it is open.
        laboratory: Where experiments run; None until one is wanted.
        quizzes: Where quizzes are taken; None until one is wanted.
        arrival: What is still to come of the course; None but in a new collection.
    """

    def __init__(self, window: MainWindow, look: Look, how: Start) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._how = how
        self._path = how.collection
        self.sitting: Sitting | None = None
        self._garbage: Garbage | None = None
        self._has_ended = False
        self.laboratory: Laboratory | None = None
        self.quizzes: Quizzes | None = None
        self.arrival: CourseArrival | None = None
        self.reporter = Reporter(self)
        self.notifier = Notifier(self)
        self.background = Background(self)
        self._now = how.now or utc_now
        self.opening = Opening(self.background, self._now, is_review_asked=how.is_review_asked)
        self.dialogs = DialogOpener(window, look)
        self._interrupts = Interrupts(self)
        self._warm_up = WarmUp(
            self.background,
            self.the_laboratory,
            lambda: look.settings.is_warm_up_on,
            self,
        )
        self._connect()

    def _connect(self) -> None:
        self.reporter.install()
        self.reporter.unexpected.connect(self.dialogs.tell_unexpected)
        banner = Banner()
        self.notifier.posted.connect(banner.show_message)
        self.notifier.withdrawn.connect(banner.dismiss)
        self._window.add_banner(banner)
        self._window.set_collection_open(False)
        self._interrupts.asked_to_end.connect(self._window.close)
        self.opening.opened.connect(self._sit_down)
        self.opening.failed.connect(self._tell_failure)
        self._window.place_asked.connect(self._go_to)

    def open(self) -> None:
        """Open the collection; the window stays usable."""
        self.opening.start(self._path)

    @Slot(object)
    def _sit_down(self, opened: Opened) -> None:
        from qtapp.sitting import Sitting  # the background thread has loaded it by now

        self.sitting = Sitting(
            opened,
            self._window,
            self._look.theme,
            self.notifier,
            self.dialogs,
            self.background,
            now=self._now,
            cache=self._how.folders.cache,
            laboratory=self.the_laboratory,
        )
        self._join_history()
        self._join_reading(self.sitting)
        if opened.course_left is not None:
            self._expect_course(opened.collection, opened.course_left)
        self._window.export_asked.connect(self._export_questions)
        self.sitting.begin(is_review_asked=self._how.is_review_asked)
        FirstPaint(self._window.stack).done.connect(self._begin_soon)

    def _expect_course(self, collection: Collection, left: CourseLeft) -> None:
        from qtapp.course_arrival import CourseArrival  # late on purpose: once in a collection

        self.arrival = CourseArrival(collection, left, self.background, self)
        self.arrival.arrived.connect(self._take_course)
        self.arrival.trouble.connect(self._tell_course_trouble)

    @Slot()
    def _take_course(self) -> None:
        if self.sitting is not None:
            self.sitting.desk.forget_queue()
            self.sitting.renew()

    @Slot(object)
    def _tell_course_trouble(self, error: Exception) -> None:
        from qtapp.news import tell_course_trouble  # late on purpose: trouble is rare

        self._take_course()
        tell_course_trouble(self.notifier, error)

    @Slot()
    def _begin_soon(self) -> None:
        QTimer.singleShot(0, self, self._begin_for_good)  # the news of a first card comes before

    @Slot()
    def _begin_for_good(self) -> None:
        """Start-up is over, one way or the other: what could wait for that comes now."""
        from qtapp import logfile  # late on purpose: 7 ms that the first card does without

        if self.dialogs.log_path is None:
            self.dialogs.log_path = logfile.start(self._how.folders.log)
        if self._garbage is None and not self._has_ended:
            from qtapp.garbage import Garbage  # late, as above

            self._warm_up.begin(self._window.windowHandle())
            self._look_for_open_quiz()
            gc.freeze()  # what start-up made stays, and is never looked through
            self._garbage = Garbage(self)
        if self.arrival is not None and not self._has_ended:  # after trouble and a retry, too
            self.arrival.begin()

    def _look_for_open_quiz(self) -> None:
        """A quiz that was left open, by a crash or not, is offered again."""
        if self.sitting is not None:
            collection = self.sitting.desk.collection
            task = Task(lambda: collection.quizzes.current())
            task.succeeded.connect(self._offer_quiz)
            task.failed.connect(self.notifier.report)
            self.background.submit(task)

    @Slot(object)
    def _offer_quiz(self, attempt: Attempt | None) -> None:
        if attempt is not None:
            from qtapp.pages.quiz_words import waiting_line  # late, as above

            action = Action(self.tr("Resume the quiz"), self._resume_quiz)
            self.notifier.info(waiting_line(attempt.row), action=action)

    def _resume_quiz(self) -> None:
        if self.sitting is not None:
            self.the_quizzes(self.sitting).resume()

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self._begin_for_good()
        from qtapp import sentences  # late on purpose: trouble is rare
        from qtapp.pages.trouble import TroublePage

        if not sentences.is_known(error):
            self.reporter.report(error)
            error = CollectionError(self._path)
        page = TroublePage(self._look.theme)
        page.show_error(error)
        page.retry_asked.connect(self._retry)
        page.other_asked.connect(self._choose_other)
        page.quit_asked.connect(self._window.close)
        self._window.add_page(TODAY.key, page)

    @Slot(str)
    def _go_to(self, place: str) -> None:
        """The Lab needs no collection, so it is the shell's; quizzes need one."""
        if place == LAB.key:
            self.the_laboratory().show()
        elif place == QUIZ.key and self.sitting is not None:
            self.the_quizzes(self.sitting).show()

    def the_quizzes(self, sitting: Sitting) -> Quizzes:
        """Where quizzes are taken; made when first wanted."""
        if self.quizzes is None:
            from qtapp.questions.means import Means  # late, as above
            from qtapp.quizzes import Around, Quizzes

            self.quizzes = Quizzes(
                Around(
                    self._window,
                    self.notifier,
                    Means(self._look.theme, sitting.renderer, sitting.media),
                    sitting.desk,
                    sitting.renew,
                    sitting.start_review,
                    self.the_laboratory,
                    lambda: sitting.experiments.memory,
                )
            )
        return self.quizzes

    def the_laboratory(self) -> Laboratory:
        """Where experiments run, for the Lab and for cards; made when first wanted."""
        if self.laboratory is None:
            from qtapp.laboratory import Laboratory  # late, as above

            look = self._look
            self.laboratory = Laboratory(
                *(self._window, look.theme, self.notifier, self.background),
                device=lambda: look.settings.compute.value,
            )
            self._join_history()
        return self.laboratory

    def _join_history(self) -> None:
        """Once there are a collection and a Lab, the one keeps what the other runs."""
        if self.sitting is None or self.laboratory is None:
            return
        from qtapp.lab_cards import LabCards  # late, as above
        from qtapp.run_history import RunHistory

        sitting, lab = self.sitting, self.laboratory
        around = (self._window, self._look.theme, self.notifier, lab)
        cards = LabCards(*around, sitting.desk, sitting.renew)
        RunHistory(*around, sitting.experiments.memory, cards)

    def _join_reading(self, sitting: Sitting) -> None:
        """The course can be read from the pages of a sitting."""
        from qtapp.reading import Around, Reading  # loaded by the background thread, too

        Reading(Around(self._window, self._look.theme, self.notifier, sitting))

    @Slot()
    def _export_questions(self) -> None:
        """Those that the Quiz page has chosen, or all."""
        if self.sitting is not None:
            from qtapp.gift_export import export_questions  # late, as above

            quizzes = self.the_quizzes(self.sitting)
            wanted = quizzes.setup.state.wanted
            export_questions(self._window, self.notifier, self.sitting.desk, wanted)

    @Slot()
    def _retry(self) -> None:
        self._window.add_page(TODAY.key, LoadingPage(self._look.theme))
        self.opening.start(self._path)

    @Slot()
    def _choose_other(self) -> None:
        path = self.dialogs.choose_collection(self._path.parent)
        if path is not None:
            self._path = path
            self._retry()

    def end(self) -> None:
        """The window is closed: end the thread, close the collection and the log."""
        self._has_ended = True
        self._warm_up.stop()
        if self.arrival is not None:
            self.arrival.stop()
        if self._garbage is not None:
            self._garbage.stop()
        if self.laboratory is not None:
            self.laboratory.close()
        self.background.finish()
        self.opening.give_up()
        if self.sitting is not None:
            self.sitting.close()
        self._interrupts.stop()
        self.reporter.uninstall()
        if self.dialogs.log_path is not None:
            from qtapp import logfile  # loaded by then

            logfile.stop()
