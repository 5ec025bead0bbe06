<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskedQuestions</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationChart</name>
    <message numerus="yes">
        <source>%1 right of %n answer(s)</source>
        <translation>
            <numerusform>%1 right of %n answer</numerusform>
            <numerusform>%1 right of %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsLabel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in learning</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln in learning</numerusform>
            <numerusform>%Ln in learning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln to review</numerusform>
            <numerusform>%Ln to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckModel</name>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation>
            <numerusform>%Ln new card</numerusform>
            <numerusform>%Ln new cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) well known</source>
        <translation>
            <numerusform>%Ln card well known</numerusform>
            <numerusform>%Ln cards well known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being learnt</source>
        <translation>
            <numerusform>%Ln being learnt</numerusform>
            <numerusform>%Ln being learnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not seen yet</source>
        <translation>
            <numerusform>%Ln not seen yet</numerusform>
            <numerusform>%Ln not seen yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) to review</source>
        <translation>
            <numerusform>%Ln card to review</numerusform>
            <numerusform>%Ln cards to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in learning</source>
        <translation>
            <numerusform>%Ln in learning</numerusform>
            <numerusform>%Ln in learning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBadge</name>
    <message numerus="yes">
        <source>%n card(s) to do</source>
        <translation>
            <numerusform>%n card to do</numerusform>
            <numerusform>%n cards to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message numerus="yes">
        <source>The claim holds in %1 of %n network(s).</source>
        <translation>
            <numerusform>The claim holds in %1 of %n network.</numerusform>
            <numerusform>The claim holds in %1 of %n networks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diverged.</source>
        <translation>
            <numerusform>%n diverged.</numerusform>
            <numerusform>%n diverged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiftLossesDialog</name>
    <message numerus="yes">
        <source>Left out, %n question(s):</source>
        <translation>
            <numerusform>Left out, %n question:</numerusform>
            <numerusform>Left out, %n questions:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), written instead: %1</source>
        <translation>
            <numerusform>%n time, written instead: %1</numerusform>
            <numerusform>%n times, written instead: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln review</numerusform>
            <numerusform>%Ln reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <translation>
            <numerusform>on %n day</numerusform>
            <numerusform>on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest run: %n day(s)</source>
        <translation>
            <numerusform>longest run: %n day</numerusform>
            <numerusform>longest run: %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new note(s)</source>
        <translation>
            <numerusform>new note</numerusform>
            <numerusform>new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>updated</source>
        <comment>notes</comment>
        <translation>
            <numerusform>updated</numerusform>
            <numerusform>updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unchanged</source>
        <comment>notes</comment>
        <translation>
            <numerusform>unchanged</numerusform>
            <numerusform>unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept as you edited them</source>
        <translation>
            <numerusform>kept as you edited it</numerusform>
            <numerusform>kept as you edited them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no longer in the file, put aside</source>
        <translation>
            <numerusform>no longer in the file, put aside</numerusform>
            <numerusform>no longer in the file, put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new or changed image(s)</source>
        <translation>
            <numerusform>new or changed image</numerusform>
            <numerusform>new or changed images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new or changed study text(s)</source>
        <translation>
            <numerusform>new or changed study text</numerusform>
            <numerusform>new or changed study texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message numerus="yes">
        <source>On %n card(s):</source>
        <translation>
            <numerusform>On %n card:</numerusform>
            <numerusform>On %n cards:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreToday</name>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation>
            <numerusform>%Ln new card</numerusform>
            <numerusform>%Ln new cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln review</numerusform>
            <numerusform>%Ln reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more new card(s)</source>
        <translation>
            <numerusform>%Ln more new card</numerusform>
            <numerusform>%Ln more new cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more review(s)</source>
        <translation>
            <numerusform>%Ln more review</numerusform>
            <numerusform>%Ln more reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quiz</name>
    <message numerus="yes">
        <source>%n question(s) to choose from</source>
        <translation>
            <numerusform>%n question to choose from</numerusform>
            <numerusform>%n questions to choose from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuizOverviewPage</name>
    <message numerus="yes">
        <source>%n question(s) without an answer</source>
        <translation>
            <numerusform>%n question without an answer</numerusform>
            <numerusform>%n questions without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come back to</source>
        <translation>
            <numerusform>%n to come back to</numerusform>
            <numerusform>%n to come back to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n related card(s)</source>
        <translation>
            <numerusform>Review %n related card</numerusform>
            <numerusform>Review %n related cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review the %n closest card(s)</source>
        <translation>
            <numerusform>Review the %n closest card</numerusform>
            <numerusform>Review the %n closest cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n card(s) on what you missed, these come nearest to it.</source>
        <translation>
            <numerusform>%n card is on what you missed: this one.</numerusform>
            <numerusform>Of %n cards on what you missed, these come nearest to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuizSetupPage</name>
    <message numerus="yes">
        <source>Show all %n tag(s)</source>
        <translation>
            <numerusform>Show %n tag</numerusform>
            <numerusform>Show all %n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quizzes</name>
    <message numerus="yes">
        <source>%n answer(s) are in %1.</source>
        <translation>
            <numerusform>%n answer is in %1.</numerusform>
            <numerusform>%n answers are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message numerus="yes">
        <source>Delete %n run(s) for good?</source>
        <translation>
            <numerusform>Delete %n run for good?</numerusform>
            <numerusform>Delete %n runs for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message numerus="yes">
        <source>At most %n step(s).</source>
        <translation>
            <numerusform>At most %n step.</numerusform>
            <numerusform>At most %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyDialogs</name>
    <message numerus="yes">
        <source>%Ln new note(s)</source>
        <translation>
            <numerusform>%Ln new note</numerusform>
            <numerusform>%Ln new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <comment>notes</comment>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln study text(s)</source>
        <translation>
            <numerusform>%Ln study text</numerusform>
            <numerusform>%Ln study texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Export</name>
    <message numerus="yes">
        <source>%n question(s) are in %1.</source>
        <translation>
            <numerusform>%n question is in %1.</numerusform>
            <numerusform>%n questions are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) cannot be said in GIFT.</source>
        <translation>
            <numerusform>%n thing cannot be said in GIFT.</numerusform>
            <numerusform>%n things cannot be said in GIFT.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message numerus="yes">
        <source>%n card(s) buried until tomorrow.</source>
        <translation>
            <numerusform>%n card buried until tomorrow.</numerusform>
            <numerusform>%n cards buried until tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) made.</source>
        <translation>
            <numerusform>%n card made.</numerusform>
            <numerusform>%n cards made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) suspended.</source>
        <translation>
            <numerusform>%n card suspended.</numerusform>
            <numerusform>%n cards suspended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) unsuspended.</source>
        <translation>
            <numerusform>%n card unsuspended.</numerusform>
            <numerusform>%n cards unsuspended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>decks</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>cards</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>cards</comment>
        <translation>
            <numerusform>%Ln to review</numerusform>
            <numerusform>%Ln to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message numerus="yes">
        <source>%1 y</source>
        <comment>an interval in years</comment>
        <translation>
            <numerusform>%1 y</numerusform>
            <numerusform>%1 y</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n month(s)</source>
        <translation>
            <numerusform>about %n month</numerusform>
            <numerusform>about %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n year(s)</source>
        <translation>
            <numerusform>about %n year</numerusform>
            <numerusform>about %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>review</name>
    <message numerus="yes">
        <source>The next card comes in %n minute(s).</source>
        <translation>
            <numerusform>The next card comes in %n minute.</numerusform>
            <numerusform>The next card comes in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) wait in the other decks.</source>
        <translation>
            <numerusform>%Ln card waits in the other decks.</numerusform>
            <numerusform>%Ln cards wait in the other decks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message numerus="yes">
        <source>and %n other problem(s)</source>
        <translation>
            <numerusform>and %n other problem</numerusform>
            <numerusform>and %n other problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>today</name>
    <message numerus="yes">
        <source>Welcome. %Ln card(s) to begin with.</source>
        <translation>
            <numerusform>Welcome. %Ln card to begin with.</numerusform>
            <numerusform>Welcome. %Ln cards to begin with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hello. %Ln card(s) are waiting for you.</source>
        <translation>
            <numerusform>Hello. %Ln card is waiting for you.</numerusform>
            <numerusform>Hello. %Ln cards are waiting for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next card comes in %n minute(s).</source>
        <translation>
            <numerusform>The next card comes in %n minute.</numerusform>
            <numerusform>The next card comes in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln review</numerusform>
            <numerusform>%Ln reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln minute(s)</source>
        <translation>
            <numerusform>About %Ln minute</numerusform>
            <numerusform>About %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in a row</source>
        <translation>
            <numerusform>%Ln day in a row</numerusform>
            <numerusform>%Ln days in a row</numerusform>
        </translation>
    </message>
</context>
</TS>
