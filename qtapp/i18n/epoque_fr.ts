<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Époque</source>
        <translation>À propos d’Époque</translation>
    </message>
    <message>
        <source>A deep-learning course, reviewed every day. MIT licence.</source>
        <translation>Un cours d’apprentissage profond, révisé chaque jour. Licence MIT.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Show the answer</source>
        <translation>Voir la réponse</translation>
    </message>
    <message>
        <source>Answer without training</source>
        <translation>Répondre sans entraîner</translation>
    </message>
    <message>
        <source>Train the networks</source>
        <translation>Entraîner les réseaux</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>Cards put aside</source>
        <translation>Cartes mises de côté</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendues</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>Drapeau rouge</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>Drapeau orange</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>Drapeau vert</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>Drapeau bleu</translation>
    </message>
    <message>
        <source>Which cards to list</source>
        <translation>Cartes à montrer</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Unsuspend</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Retirer le drapeau</translation>
    </message>
    <message>
        <source>No card is suspended.</source>
        <translation>Aucune carte n’est suspendue.</translation>
    </message>
    <message>
        <source>No card has this flag.</source>
        <translation>Aucune carte ne porte ce drapeau.</translation>
    </message>
</context>
<context>
    <name>AskedModel</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Réussite</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>Temps médian</translation>
    </message>
</context>
<context>
    <name>AskedQuestions</name>
    <message>
        <source>What you answered to “%1”</source>
        <translation>Ce que vous avez répondu à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an answer, how often it was given</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>What you answered</source>
        <translation>Ce que vous avez répondu</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Questions posées</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>Put on a card</source>
        <translation>Mettre sur une carte</translation>
    </message>
    <message>
        <source>The card will ask for a prediction, then train with these settings.</source>
        <translation>La carte demandera une prédiction, puis entraînera avec ces réglages.</translation>
    </message>
    <message>
        <source>Search in questions and answers</source>
        <translation>Chercher dans les questions et réponses</translation>
    </message>
    <message>
        <source>No card has these words.</source>
        <translation>Aucune carte ne contient ces mots.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Put on this card</source>
        <translation>Mettre sur cette carte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AttemptModel</name>
    <message>
        <source>%1, not finished</source>
        <translation>%1, non terminé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Certainty marks</source>
        <translation>Points de certitude</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Fermer ce message (Échap)</translation>
    </message>
</context>
<context>
    <name>CalibrationChart</name>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message numerus="yes">
        <source>%1 right of %n answer(s)</source>
        <translation>
            <numerusform>%1 de justes sur %n réponse</numerusform>
            <numerusform>%1 de justes sur %n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <source>Red flag</source>
        <translation>Drapeau rouge</translation>
    </message>
    <message>
        <source>Orange flag</source>
        <translation>Drapeau orange</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>Drapeau vert</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>Drapeau bleu</translation>
    </message>
    <message>
        <source>Flag %1</source>
        <translation>Drapeau %1</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>This formula cannot be drawn: %1</source>
        <translation>Cette formule ne peut pas être dessinée&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CertaintyRow</name>
    <message>
        <source>How sure?</source>
        <translation>Êtes-vous sûr&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ComparedRuns</name>
    <message>
        <source>Replay</source>
        <translation>Rejouer</translation>
    </message>
    <message>
        <source>Replay run %1</source>
        <translation>Rejouer l’essai %1</translation>
    </message>
    <message>
        <source>The same networks again, from the weights they began with</source>
        <translation>Les mêmes réseaux encore, depuis leurs poids de départ</translation>
    </message>
    <message>
        <source>the one shown</source>
        <translation>celui affiché</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Essai %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ContentsField</name>
    <message>
        <source>Table of contents</source>
        <translation>Table des matières</translation>
    </message>
</context>
<context>
    <name>ContentsList</name>
    <message>
        <source>Table of contents</source>
        <translation>Table des matières</translation>
    </message>
</context>
<context>
    <name>CountsLabel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in learning</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln en apprentissage</numerusform>
            <numerusform>%Ln en apprentissage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>cards left</comment>
        <translation>
            <numerusform>%Ln à revoir</numerusform>
            <numerusform>%Ln à revoir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckModel</name>
    <message>
        <source>Across the chapters</source>
        <translation>À travers les chapitres</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Mastery</source>
        <translation>Maîtrise</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À revoir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation>
            <numerusform>%Ln nouvelle carte</numerusform>
            <numerusform>%Ln nouvelles cartes</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the course</source>
        <translation>Lire le cours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) well known</source>
        <translation>
            <numerusform>%Ln carte bien sue</numerusform>
            <numerusform>%Ln cartes bien sues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being learnt</source>
        <translation>
            <numerusform>%Ln en cours d’acquisition</numerusform>
            <numerusform>%Ln en cours d’acquisition</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not seen yet</source>
        <translation>
            <numerusform>%Ln pas encore vue</numerusform>
            <numerusform>%Ln pas encore vues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) to review</source>
        <translation>
            <numerusform>%Ln carte à revoir</numerusform>
            <numerusform>%Ln cartes à revoir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in learning</source>
        <translation>
            <numerusform>%Ln en apprentissage</numerusform>
            <numerusform>%Ln en apprentissage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckTree</name>
    <message>
        <source>Decks across the chapters</source>
        <translation>Paquets à travers les chapitres</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Enter reviews the chosen deck only.</source>
        <translation>Entrée ne révise que le paquet choisi.</translation>
    </message>
</context>
<context>
    <name>DialogOpener</name>
    <message>
        <source>Époque collections (*.epoque);;All files (*)</source>
        <translation>Collections d’Époque (*.epoque);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a collection</source>
        <translation>Ouvrir une collection</translation>
    </message>
</context>
<context>
    <name>DrawingRoom</name>
    <message>
        <source>your prediction</source>
        <translation>votre prédiction</translation>
    </message>
    <message>
        <source>Draw here with the mouse, or with the arrow keys</source>
        <translation>Dessinez ici, à la souris ou avec les flèches</translation>
    </message>
</context>
<context>
    <name>DueBadge</name>
    <message numerus="yes">
        <source>%n card(s) to do</source>
        <translation>
            <numerusform>%n carte à faire</numerusform>
            <numerusform>%n cartes à faire</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditNoteDialog</name>
    <message>
        <source>Edit the card</source>
        <translation>Modifier la carte</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>En pause à %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Arrêté à %1</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>L’essai a échoué</translation>
    </message>
    <message>
        <source>%1 s on the %2</source>
        <translation>%1 s · %2</translation>
    </message>
    <message>
        <source>The claim holds.</source>
        <translation>L’affirmation tient.</translation>
    </message>
    <message>
        <source>The claim does not hold here.</source>
        <translation>L’affirmation ne tient pas ici.</translation>
    </message>
    <message numerus="yes">
        <source>The claim holds in %1 of %n network(s).</source>
        <translation>
            <numerusform>L’affirmation tient dans %1 réseau sur %n.</numerusform>
            <numerusform>L’affirmation tient dans %1 réseaux sur %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diverged.</source>
        <translation>
            <numerusform>%n a divergé.</numerusform>
            <numerusform>%n ont divergé.</numerusform>
        </translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>les mêmes réglages</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>essai %1</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>réseaux</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>graine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>ExperimentFrame</name>
    <message>
        <source>Your prediction: %1</source>
        <translation>Votre prédiction&#xa0;: %1</translation>
    </message>
    <message>
        <source>The experiment of this card cannot be run: %1.</source>
        <translation>L’expérience de cette carte ne peut pas être lancée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Entraîner encore</translation>
    </message>
    <message>
        <source>Train the networks</source>
        <translation>Entraîner les réseaux</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Open in the Lab</source>
        <translation>Ouvrir au labo</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
</context>
<context>
    <name>ExperimentPage</name>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Image (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Dessin (SVG)…</translation>
    </message>
    <message>
        <source>Curves (CSV)…</source>
        <translation>Courbes (CSV)…</translation>
    </message>
    <message>
        <source>The run (JSON)…</source>
        <translation>L’essai (JSON)…</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Put on a card…</source>
        <translation>Mettre sur une carte…</translation>
    </message>
    <message>
        <source>A log for TensorBoard…</source>
        <translation>Un journal pour TensorBoard…</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labo</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>What the experiment shows</source>
        <translation>Ce que montre l’expérience</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>How it works</source>
        <translation>Comment cela marche</translation>
    </message>
    <message>
        <source>1 · Answer in your head</source>
        <translation>1 · Répondez dans votre tête</translation>
    </message>
    <message>
        <source>Read the question and try to recall the answer before you show it.</source>
        <translation>Lisez la question et cherchez la réponse avant de la découvrir.</translation>
    </message>
    <message>
        <source>2 · Say how well you knew</source>
        <translation>2 · Dites si vous saviez</translation>
    </message>
    <message>
        <source>One button for each degree, from “not at all” to “easily”. You can always undo.</source>
        <translation>Un bouton pour chaque degré, de «&#xa0;pas du tout&#xa0;» à «&#xa0;facilement&#xa0;». Vous pouvez toujours annuler.</translation>
    </message>
    <message>
        <source>3 · Come back tomorrow</source>
        <translation>3 · Revenez demain</translation>
    </message>
    <message>
        <source>Each card returns just before you would forget it: a few minutes a day.</source>
        <translation>Chaque carte revient juste avant l’oubli&#xa0;: quelques minutes par jour suffisent.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln carte</numerusform>
            <numerusform>%Ln cartes</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cards due on the next seven days</source>
        <translation>Cartes à revoir dans les sept jours qui viennent</translation>
    </message>
</context>
<context>
    <name>GapsForm</name>
    <message>
        <source>Text with gaps</source>
        <translation>Texte à trous</translation>
    </message>
    <message>
        <source>Gap %1</source>
        <translation>Trou %1</translation>
    </message>
</context>
<context>
    <name>GiftLossesDialog</name>
    <message>
        <source>Export the quiz questions</source>
        <translation>Exporter les questions de quiz</translation>
    </message>
    <message>
        <source>What the file does not say as the course does</source>
        <translation>Ce que le fichier ne dit pas comme le cours</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message numerus="yes">
        <source>Left out, %n question(s):</source>
        <translation>
            <numerusform>Laissée de côté, %n question&#xa0;:</numerusform>
            <numerusform>Laissées de côté, %n questions&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), written instead: %1</source>
        <translation>
            <numerusform>%n fois, écrit à la place&#xa0;: %1</numerusform>
            <numerusform>%n fois, écrit à la place&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Right when sure</source>
        <translation>Justes quand sûr</translation>
    </message>
</context>
<context>
    <name>GuessPanel</name>
    <message>
        <source>How sure?</source>
        <translation>Êtes-vous sûr&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>No reviews yet.</source>
        <translation>Aucune révision pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln révision</numerusform>
            <numerusform>%Ln révisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <translation>
            <numerusform>en %n&#xa0;jour</numerusform>
            <numerusform>en %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest run: %n day(s)</source>
        <translation>
            <numerusform>plus longue série&#xa0;: %n&#xa0;jour</numerusform>
            <numerusform>plus longue série&#xa0;: %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message>
        <source>no reviews</source>
        <translation>aucune révision</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Reviews of the last 52 weeks</source>
        <translation>Révisions des 52 dernières semaines</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Nothing has run yet: what you train, here or on a card, is kept here.</source>
        <translation>Rien n’a encore tourné&#xa0;: ce que vous entraînez, ici ou sur une carte, est gardé ici.</translation>
    </message>
    <message>
        <source>No run matches these words.</source>
        <translation>Aucun essai ne contient ces mots.</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labo</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Essais passés</translation>
    </message>
    <message>
        <source>Search in experiments, settings and notes</source>
        <translation>Chercher dans les expériences, réglages et notes</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Revoir cet essai</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Put on a card…</source>
        <translation>Mettre sur une carte…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>Everything in “%1” is in your collection already.</source>
        <translation>Tout ce que contient «&#xa0;%1&#xa0;» est déjà dans votre collection.</translation>
    </message>
    <message>
        <source>This is what “%1” would change. Schedules are kept.</source>
        <translation>Voici ce que «&#xa0;%1&#xa0;» changerait. Les échéances sont conservées.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new note(s)</source>
        <translation>
            <numerusform>nouvelle note</numerusform>
            <numerusform>nouvelles notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>updated</source>
        <comment>notes</comment>
        <translation>
            <numerusform>mise à jour</numerusform>
            <numerusform>mises à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unchanged</source>
        <comment>notes</comment>
        <translation>
            <numerusform>inchangée</numerusform>
            <numerusform>inchangées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept as you edited them</source>
        <translation>
            <numerusform>gardée telle que vous l’avez modifiée</numerusform>
            <numerusform>gardées telles que vous les avez modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no longer in the file, put aside</source>
        <translation>
            <numerusform>absente du fichier, mise de côté</numerusform>
            <numerusform>absentes du fichier, mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new or changed image(s)</source>
        <translation>
            <numerusform>image nouvelle ou modifiée</numerusform>
            <numerusform>images nouvelles ou modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new or changed study text(s)</source>
        <translation>
            <numerusform>texte de cours nouveau ou modifié</numerusform>
            <numerusform>textes de cours nouveaux ou modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avancement de l’importation</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Start the review, show the answer</source>
        <translation>Commencer la révision, voir la réponse</translation>
    </message>
    <message>
        <source>Answer with a grade</source>
        <translation>Choisir une réponse</translation>
    </message>
    <message>
        <source>Answer Good</source>
        <translation>Répondre «&#xa0;Bien&#xa0;»</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Élément suivant, précédent</translation>
    </message>
    <message>
        <source>On the five-step scale</source>
        <translation>Sur l’échelle en cinq degrés</translation>
    </message>
    <message>
        <source>Train the networks of the card</source>
        <translation>Entraîner les réseaux de la carte</translation>
    </message>
    <message>
        <source>Draw the predicted curve</source>
        <translation>Dessiner la courbe prédite</translation>
    </message>
    <message>
        <source>How sure; predict something else</source>
        <translation>Degré de certitude&#xa0;; prédire autre chose</translation>
    </message>
    <message>
        <source>Run in the Lab; pause the run</source>
        <translation>Lancer au labo&#xa0;; suspendre l’essai</translation>
    </message>
    <message>
        <source>Back to Today; close a message; stop the run</source>
        <translation>Revenir à Aujourd’hui&#xa0;; fermer un message&#xa0;; arrêter l’essai</translation>
    </message>
    <message>
        <source>While reading: make a card of the selection; a gap of it</source>
        <translation>En lisant&#xa0;: une carte de ce qui est sélectionné, un trou dedans</translation>
    </message>
    <message>
        <source>Open in the Lab</source>
        <translation>Ouvrir au labo</translation>
    </message>
    <message>
        <source>One step of a paused run; speed of runs</source>
        <translation>Un pas d’un essai suspendu&#xa0;; vitesse des essais</translation>
    </message>
    <message>
        <source>Presets and exports of an experiment</source>
        <translation>Préréglages et exports d’une expérience</translation>
    </message>
    <message>
        <source>Read the values of points; of another curve</source>
        <translation>Lire les valeurs des points&#x202f;; d’une autre courbe</translation>
    </message>
    <message>
        <source>Zoom in, out; show all again</source>
        <translation>Agrandir, réduire&#x202f;; tout revoir</translation>
    </message>
    <message>
        <source>With the mouse: a drag or Ctrl + wheel zooms in, Shift + drag moves what is seen, a double click shows all again.</source>
        <translation>À la souris&#xa0;: glisser, ou Ctrl + molette, agrandit&#x202f;; Maj + glisser déplace ce que l’on voit&#x202f;; un double clic montre tout.</translation>
    </message>
    <message>
        <source>Pick an option</source>
        <translation>Choisir une option</translation>
    </message>
    <message>
        <source>From option to option; pick</source>
        <translation>D’une option à l’autre&#xa0;; choisir</translation>
    </message>
    <message>
        <source>Move an item up or down</source>
        <translation>Déplacer un élément d’un ordre</translation>
    </message>
    <message>
        <source>A guess, likely, sure</source>
        <translation>Au hasard, probable, sûr</translation>
    </message>
    <message>
        <source>Answer; from a text of several lines</source>
        <translation>Répondre&#xa0;; dans un texte de plusieurs lignes</translation>
    </message>
    <message>
        <source>Grade yourself: wrong, partly, right</source>
        <translation>S’évaluer&#xa0;: faux, partiel, juste</translation>
    </message>
    <message>
        <source>Take the grade suggested</source>
        <translation>Prendre la note suggérée</translation>
    </message>
    <message>
        <source>Check by experiment</source>
        <translation>Vérifier par l’expérience</translation>
    </message>
    <message>
        <source>Previous and next question</source>
        <translation>Question précédente et suivante</translation>
    </message>
    <message>
        <source>Come back to the question; all at a glance</source>
        <translation>Revenir à la question&#xa0;; toutes d’un coup d’œil</translation>
    </message>
    <message>
        <source>End the exam, from all at a glance</source>
        <translation>Terminer l’examen, depuis le coup d’œil</translation>
    </message>
    <message>
        <source>Leave the quiz, which waits</source>
        <translation>Quitter le quiz, qui attend</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>In the review</source>
        <translation>Pendant la révision</translation>
    </message>
    <message>
        <source>In a plot, reached by Tab or a click</source>
        <translation>Dans un graphique, atteint par Tab ou un clic</translation>
    </message>
    <message>
        <source>In a quiz</source>
        <translation>Dans un quiz</translation>
    </message>
    <message>
        <source>In the menus</source>
        <translation>Dans les menus</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>From one neuron to a network</source>
        <translation>D’un neurone au réseau</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>Fonctions d’activation</translation>
    </message>
    <message>
        <source>Losses and outputs</source>
        <translation>Coûts et sorties</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>Rétropropagation</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>Optimisation</translation>
    </message>
    <message>
        <source>Generalisation</source>
        <translation>Généralisation</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilité</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Séquences</translation>
    </message>
</context>
<context>
    <name>LabCards</name>
    <message>
        <source>The card “%1” now carries this experiment.</source>
        <translation>La carte «&#xa0;%1&#xa0;» porte désormais cette expérience.</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Lab</source>
        <translation>Labo</translation>
    </message>
    <message>
        <source>Train a few dozen small networks, and see in how many of them the claim holds.</source>
        <translation>Entraînez quelques dizaines de petits réseaux, et voyez dans combien d’entre eux l’affirmation tient.</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Chercher une expérience</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Essais passés</translation>
    </message>
    <message>
        <source>No experiment matches these words.</source>
        <translation>Aucune expérience ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>Laboratory</name>
    <message>
        <source>Replayed: the same numbers, bit for bit.</source>
        <translation>Rejoué&#xa0;: les mêmes nombres, bit à bit.</translation>
    </message>
    <message>
        <source>Replayed: other numbers than before.</source>
        <translation>Rejoué&#xa0;: d’autres nombres qu’avant.</translation>
    </message>
    <message>
        <source>Another device or another version of PyTorch computes last digits otherwise.</source>
        <translation>Un autre appareil, ou une autre version de PyTorch, calcule autrement les derniers chiffres.</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>La commande est copiée.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Folder of the log</source>
        <translation>Dossier du journal</translation>
    </message>
    <message>
        <source>The log is in %1: tensorboard --logdir shows it.</source>
        <translation>Le journal est dans %1&#xa0;: tensorboard --logdir l’affiche.</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exporté dans %1.</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message numerus="yes">
        <source>On %n card(s):</source>
        <translation>
            <numerusform>Sur %n&#xa0;carte&#xa0;:</numerusform>
            <numerusform>Sur %n&#xa0;cartes&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the slogan stops</source>
        <translation>Où le slogan s’arrête</translation>
    </message>
</context>
<context>
    <name>MatchForm</name>
    <message>
        <source>What goes with: %1</source>
        <translation>Ce qui va avec&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit the card…</source>
        <translation>&amp;Modifier la carte…</translation>
    </message>
    <message>
        <source>&amp;Suspend the card</source>
        <translation>&amp;Suspendre la carte</translation>
    </message>
    <message>
        <source>&amp;Bury the card until tomorrow</source>
        <translation>Me&amp;ttre la carte de côté jusqu’à demain</translation>
    </message>
    <message>
        <source>Rea&amp;d the course</source>
        <translation>&amp;Lire le cours</translation>
    </message>
    <message>
        <source>More &amp;new cards today</source>
        <translation>Plus de &amp;nouvelles cartes aujourd’hui</translation>
    </message>
    <message>
        <source>More &amp;reviews today</source>
        <translation>Plus de &amp;révisions aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Aucun</translation>
    </message>
    <message>
        <source>&amp;Red</source>
        <translation>&amp;Rouge</translation>
    </message>
    <message>
        <source>&amp;Orange</source>
        <translation>&amp;Orange</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>&amp;Vert</translation>
    </message>
    <message>
        <source>B&amp;lue</source>
        <translation>&amp;Bleu</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export the quiz questions…</source>
        <translation>&amp;Exporter les questions de quiz…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Carte</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>&amp;Drapeau</translation>
    </message>
    <message>
        <source>Suspended and flagged &amp;cards…</source>
        <translation>&amp;Cartes suspendues ou marquées…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page p&amp;récédente</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Text l&amp;arger</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>Text s&amp;maller</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Plein &amp;écran</translation>
    </message>
    <message>
        <source>Text at &amp;100%</source>
        <translation>Texte à &amp;100&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Open the log folder</source>
        <translation>&amp;Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>&amp;About Époque</source>
        <translation>À &amp;propos d’Époque</translation>
    </message>
</context>
<context>
    <name>MoreToday</name>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;nouvelle carte</numerusform>
            <numerusform>%Ln&#xa0;nouvelles cartes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;révision</numerusform>
            <numerusform>%Ln&#xa0;révisions</numerusform>
        </translation>
    </message>
    <message>
        <source>Beyond today’s limit: %1</source>
        <translation>Au-delà de la limite du jour&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more new card(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;nouvelle carte de plus</numerusform>
            <numerusform>%Ln&#xa0;nouvelles cartes de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more review(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;révision de plus</numerusform>
            <numerusform>%Ln&#xa0;révisions de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>For today only: the limit itself stays as it is</source>
        <translation>Pour aujourd’hui seulement&#xa0;: la limite elle-même ne change pas</translation>
    </message>
</context>
<context>
    <name>NewCards</name>
    <message>
        <source>Source: %1</source>
        <translation>Source&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>NewNoteDialog</name>
    <message>
        <source>This cannot be hidden: select whole words, a whole formula or whole code.</source>
        <translation>Ceci ne peut pas être caché&#xa0;: sélectionnez des mots entiers, une formule entière ou du code entier.</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>Faire une carte</translation>
    </message>
    <message>
        <source>Kind of card</source>
        <translation>Sorte de carte</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>Question et réponse</translation>
    </message>
    <message>
        <source>Text with gaps</source>
        <translation>Texte à trous</translation>
    </message>
    <message>
        <source>Make a gap</source>
        <translation>Faire un trou</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Text with its deletions: [hidden](#1)</source>
        <translation>Texte et ce qu’il cache&#xa0;: [caché](#1)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Shown below the answer</source>
        <translation>Sous la réponse</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>Étiquettes, séparées par des espaces</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>NumberGuessField</name>
    <message>
        <source>%1 (from %2 to %3)</source>
        <translation>%1 (de&#xa0;%2 à&#xa0;%3)</translation>
    </message>
    <message>
        <source>%1 (not from %2 to %3)</source>
        <translation>%1 (hors de %2 à %3)</translation>
    </message>
</context>
<context>
    <name>NumberSlider</name>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Un nombre entier de %1 à %2.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Un nombre de %1 à %2.</translation>
    </message>
</context>
<context>
    <name>OpenForm</name>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Model answer</source>
        <translation>Réponse modèle</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>In its place</source>
        <translation>À sa place</translation>
    </message>
    <message>
        <source>Belongs in place %1</source>
        <translation>Va en place %1</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>Move up: %1</source>
        <translation>Monter&#xa0;: %1</translation>
    </message>
    <message>
        <source>Move down: %1</source>
        <translation>Descendre&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PastQuizzesPage</name>
    <message>
        <source>Past quizzes</source>
        <translation>Quiz passés</translation>
    </message>
    <message>
        <source>No quiz was taken yet: what you answer is kept here.</source>
        <translation>Aucun quiz encore&#xa0;: vos réponses seront gardées ici.</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Back to quizzes</source>
        <translation>Retour aux quiz</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Le revoir</translation>
    </message>
    <message>
        <source>Export the answers (CSV)…</source>
        <translation>Exporter les réponses (CSV)…</translation>
    </message>
    <message>
        <source>How often you were right, by how sure you were</source>
        <translation>Part de réponses justes, selon votre certitude</translation>
    </message>
    <message>
        <source>Answers counted</source>
        <translation>Réponses comptées</translation>
    </message>
    <message>
        <source>Count answers by</source>
        <translation>Réponses comptées par</translation>
    </message>
</context>
<context>
    <name>PercentEditor</name>
    <message>
        <source>%</source>
        <comment>after a number</comment>
        <translation>&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labo</translation>
    </message>
</context>
<context>
    <name>PlotRoom</name>
    <message>
        <source>Shown once the run is over</source>
        <translation>Affiché à la fin de l’essai</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>; </source>
        <comment>between facts</comment>
        <translation>&#xa0;; </translation>
    </message>
    <message>
        <source>Plots of the run</source>
        <translation>Graphiques de l’essai</translation>
    </message>
    <message>
        <source>← → points · ↑ ↓ curves · + − zoom · 0 whole</source>
        <translation>← → points · ↑ ↓ courbes · + − zoom · 0 tout voir</translation>
    </message>
    <message>
        <source>Shift + drag: move · Double-click or 0: whole again</source>
        <translation>Maj + glisser&#xa0;: déplacer · double clic ou 0&#xa0;: tout revoir</translation>
    </message>
    <message>
        <source>Drag or Ctrl + wheel: zoom</source>
        <translation>Glisser ou Ctrl + molette&#xa0;: zoom</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>10–90%: %1 – %2</source>
        <comment>of networks</comment>
        <translation>10–90&#xa0;%&#xa0;: %1&#xa0;–&#xa0;%2</translation>
    </message>
    <message>
        <source>finite in %1 of the networks</source>
        <translation>valeur finie dans %1 des réseaux</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>Draw the curve</source>
        <translation>Tracer la courbe</translation>
    </message>
    <message>
        <source>Pick the outcome</source>
        <translation>Choisir l’issue</translation>
    </message>
    <message>
        <source>Give the number</source>
        <translation>Donner le nombre</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>au hasard</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n&#xa0;réseau</numerusform>
            <numerusform>%n&#xa0;réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>graine&#xa0;%1</translation>
    </message>
    <message>
        <source>Suggested grade: %1 (certainty: %2).</source>
        <translation>Note suggérée&#xa0;: %1 (sûreté&#xa0;: %2).</translation>
    </message>
    <message>
        <source>The gap between your curve and the measured one averages %1 of the plot’s height: %2</source>
        <translation>L’écart moyen entre votre courbe et la mesure vaut %1 de la hauteur du graphique&#xa0;: %2</translation>
    </message>
    <message>
        <source>You predicted it: %1.</source>
        <translation>Vous l’aviez prédit&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Something else happened: %1.</source>
        <translation>Ce n’est pas ce qui est arrivé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The computation gives %1: %2</source>
        <translation>Le calcul donne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The networks’ median is %1: %2</source>
        <translation>La médiane des réseaux est de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the other sign.</source>
        <translation>vous aviez l’autre signe.</translation>
    </message>
    <message>
        <source>well predicted.</source>
        <translation>bien prédit.</translation>
    </message>
    <message>
        <source>you were close.</source>
        <translation>vous en étiez proche.</translation>
    </message>
    <message>
        <source>you were far off.</source>
        <translation>vous en étiez loin.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>Picked, but wrong</source>
        <translation>Choisie à tort</translation>
    </message>
    <message>
        <source>The right one</source>
        <translation>La bonne réponse</translation>
    </message>
    <message>
        <source>Right, but not picked</source>
        <translation>Juste, mais oubliée</translation>
    </message>
    <message>
        <source>Wrong, not picked</source>
        <comment>an option that was rightly left</comment>
        <translation>Fausse, non choisie</translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation>Le nombre est juste, pas l’unité</translation>
    </message>
    <message>
        <source>Wrong</source>
        <comment>something answered</comment>
        <translation>Faux</translation>
    </message>
    <message>
        <source>One answer is right</source>
        <translation>Une seule bonne réponse</translation>
    </message>
    <message>
        <source>Several answers may be right</source>
        <translation>Plusieurs réponses possibles</translation>
    </message>
    <message>
        <source>True or false, and why</source>
        <translation>Vrai ou faux, et pourquoi</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Un nombre</translation>
    </message>
    <message>
        <source>A word or two</source>
        <translation>Un mot ou deux</translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>Remplir les trous</translation>
    </message>
    <message>
        <source>Put in order</source>
        <translation>Mettre en ordre</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Associer</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Avec vos mots</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sûr</translation>
    </message>
    <message>
        <source>Wrong</source>
        <comment>a learner&apos;s grade</comment>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Partly</source>
        <comment>a learner&apos;s grade</comment>
        <translation>Partiel</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>a learner&apos;s grade</comment>
        <translation>Juste</translation>
    </message>
    <message>
        <source>%1 of %2 right · %3</source>
        <comment>parts of an answer, then percent</comment>
        <translation>%1 sur %2 justes · %3</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Vrai</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Faux</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>How do you grade yourself?</source>
        <translation>Comment vous évaluez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>%1, given</source>
        <translation>%1, donné</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, suggéré</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>I don’t know</source>
        <translation>Je ne sais pas</translation>
    </message>
    <message>
        <source>Check by experiment</source>
        <translation>Vérifier par l’expérience</translation>
    </message>
</context>
<context>
    <name>QuestionSheet</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>The question goes on</source>
        <translation>Suite de la question</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
</context>
<context>
    <name>Quiz</name>
    <message>
        <source>Chapter</source>
        <translation>Chapitre</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Notion</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Single choice</source>
        <translation>Choix simple</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Choix multiple</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Vrai ou faux</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation>Réponse courte</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Texte à trous</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>Association</translation>
    </message>
    <message>
        <source>Open answer</source>
        <translation>Réponse libre</translation>
    </message>
    <message>
        <source>All</source>
        <comment>questions</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>New</source>
        <comment>questions</comment>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>questions</comment>
        <translation>Manquées</translation>
    </message>
    <message>
        <source>Practice: feedback at once</source>
        <translation>Entraînement&#xa0;: corrigé aussitôt</translation>
    </message>
    <message>
        <source>Exam: feedback at the end</source>
        <translation>Examen&#xa0;: corrigé à la fin</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>There are no questions yet: import a chapter that has some.</source>
        <translation>Il n’y a pas encore de questions&#xa0;: importez un chapitre qui en a.</translation>
    </message>
    <message>
        <source>Nothing missed here: every answer was right.</source>
        <translation>Rien de manqué ici&#xa0;: toutes les réponses étaient justes.</translation>
    </message>
    <message>
        <source>Nothing new here: every question was answered before.</source>
        <translation>Rien de nouveau ici&#xa0;: chaque question a déjà eu une réponse.</translation>
    </message>
    <message>
        <source>No question matches all of this: pick fewer filters.</source>
        <translation>Aucune question ne réunit tout cela&#xa0;: choisissez moins.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to choose from</source>
        <translation>
            <numerusform>%n question au choix</numerusform>
            <numerusform>%n questions au choix</numerusform>
        </translation>
    </message>
    <message>
        <source>A quiz is open: %1, %2 of %3 answered.</source>
        <translation>Un quiz est en cours&#xa0;: %1, %2 réponses sur %3.</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Question %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n&#xa0;minute restante</numerusform>
            <numerusform>%n&#xa0;minutes restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <comment>a score, then percent</comment>
        <translation>%1 sur %2 · %3</translation>
    </message>
    <message>
        <source>Certainty marks: %1 of %2</source>
        <translation>Points de certitude&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>to be graded</source>
        <translation>à évaluer</translation>
    </message>
</context>
<context>
    <name>QuizModel</name>
    <message>
        <source>answered</source>
        <translation>répondue</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>%1, to come back to</source>
        <translation>%1, à revoir</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>#</source>
        <translation>N°</translation>
    </message>
</context>
<context>
    <name>QuizOverviewPage</name>
    <message>
        <source>Your answers</source>
        <translation>Vos réponses</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>D’un coup d’œil</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Temps&#xa0;: %1</translation>
    </message>
    <message>
        <source>The time was up</source>
        <translation>Le temps était écoulé</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>Retour à la question</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer</source>
        <translation>
            <numerusform>%n question sans réponse</numerusform>
            <numerusform>%n questions sans réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>Every question has an answer</source>
        <translation>Toutes les questions ont une réponse</translation>
    </message>
    <message numerus="yes">
        <source>%n to come back to</source>
        <translation>
            <numerusform>%n à revoir</numerusform>
            <numerusform>%n à revoir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n related card(s)</source>
        <translation>
            <numerusform>Réviser %n carte liée</numerusform>
            <numerusform>Réviser %n cartes liées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review the %n closest card(s)</source>
        <translation>
            <numerusform>Réviser %n carte, la plus proche</numerusform>
            <numerusform>Réviser les %n cartes les plus proches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n card(s) on what you missed, these come nearest to it.</source>
        <translation>
            <numerusform>%n carte porte sur ce que vous avez manqué, la plus proche.</numerusform>
            <numerusform>Parmi %n cartes sur ce que vous avez manqué, voici les plus proches.</numerusform>
        </translation>
    </message>
    <message>
        <source>Questions of the quiz</source>
        <translation>Questions du quiz</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Back to quizzes</source>
        <translation>Retour aux quiz</translation>
    </message>
    <message>
        <source>Show the question</source>
        <translation>Voir la question</translation>
    </message>
    <message>
        <source>End the exam</source>
        <translation>Terminer l’examen</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Progress of the quiz</source>
        <translation>Avancement du quiz</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Y revenir</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
    <message>
        <source>Come back to it</source>
        <translation>Y revenir</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>D’un coup d’œil</translation>
    </message>
</context>
<context>
    <name>QuizSetupPage</name>
    <message numerus="yes">
        <source>Show all %n tag(s)</source>
        <translation>
            <numerusform>Afficher %n étiquette</numerusform>
            <numerusform>Afficher les %n étiquettes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the usual tags only</source>
        <translation>N’afficher que les étiquettes courantes</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Past quizzes</source>
        <translation>Quiz passés</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Le terminer tel quel</translation>
    </message>
    <message>
        <source>Chapters (none picked: all)</source>
        <translation>Chapitres (aucun choisi&#xa0;: tous)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Kinds (none picked: all)</source>
        <translation>Types (aucun choisi&#xa0;: tous)</translation>
    </message>
    <message>
        <source>Tags (none picked: all)</source>
        <translation>Étiquettes (aucune choisie&#xa0;: toutes)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Number of questions</source>
        <translation>Nombre de questions</translation>
    </message>
    <message>
        <source>Minutes for an exam</source>
        <translation>Minutes pour un examen</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
</context>
<context>
    <name>Quizzes</name>
    <message>
        <source>quiz-answers.csv</source>
        <translation>reponses-quiz.csv</translation>
    </message>
    <message>
        <source>Export the answers</source>
        <translation>Exporter les réponses</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are in %1.</source>
        <translation>
            <numerusform>%n réponse est dans %1.</numerusform>
            <numerusform>%n réponses sont dans %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>The course</source>
        <translation>Le cours</translation>
    </message>
</context>
<context>
    <name>ReadingSheet</name>
    <message>
        <source>The course</source>
        <translation>Le cours</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>Faire une carte</translation>
    </message>
    <message>
        <source>Select a passage: it becomes a card that keeps its source.</source>
        <translation>Sélectionnez un passage&#xa0;: il devient une carte qui garde sa source.</translation>
    </message>
    <message>
        <source>There is no text to read in this chapter.</source>
        <translation>Ce chapitre n’a pas de texte à lire.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Progress of the review</source>
        <translation>Avancement de la révision</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annuler la dernière action</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <source>This run cannot be shown any more.</source>
        <translation>Cet essai ne peut plus être montré.</translation>
    </message>
    <message>
        <source>This run cannot be put on a card.</source>
        <translation>Cet essai ne peut pas être mis sur une carte.</translation>
    </message>
    <message>
        <source>The experiment no longer has this, which is left out: %1.</source>
        <translation>L’expérience n’a plus ce réglage, laissé de côté&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) for good?</source>
        <translation>
            <numerusform>Effacer définitivement %n&#xa0;essai&#xa0;?</numerusform>
            <numerusform>Effacer définitivement %n&#xa0;essais&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Effacer des essais</translation>
    </message>
</context>
<context>
    <name>RunLine</name>
    <message>
        <source>Speed: %1 frames/s</source>
        <translation>Vitesse&#xa0;: %1&#xa0;images/s</translation>
    </message>
    <message>
        <source>Speed: full</source>
        <translation>Vitesse&#xa0;: maximale</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
    <message>
        <source>Hide earlier runs</source>
        <translation>Masquer les essais précédents</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un pas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Claim held</source>
        <translation>Affirmation vérifiée</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Resume the quiz</source>
        <translation>Reprendre le quiz</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message numerus="yes">
        <source>At most %n step(s).</source>
        <translation>
            <numerusform>%n étape au plus.</numerusform>
            <numerusform>%n étapes au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a number. Write minutes with spaces between: 1 10</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre. Écrivez des minutes séparées par des espaces&#xa0;: 1 10</translation>
    </message>
    <message>
        <source>A step lasts from 0.1 to 1440 minutes.</source>
        <translation>Une étape dure de 0,1 à 1&#xa0;440 minutes.</translation>
    </message>
</context>
<context>
    <name>StudyDialogs</name>
    <message>
        <source>Chapters, decks and documents (*.md *.markdown *.txt *.gift);;All files (*)</source>
        <translation>Chapitres, paquets et documents (*.md *.markdown *.txt *.gift);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new note(s)</source>
        <translation>
            <numerusform>%Ln nouvelle note</numerusform>
            <numerusform>%Ln nouvelles notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <comment>notes</comment>
        <translation>
            <numerusform>%Ln mise à jour</numerusform>
            <numerusform>%Ln mises à jour</numerusform>
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
            <numerusform>%Ln texte de cours</numerusform>
            <numerusform>%Ln textes de cours</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” imported: %2.</source>
        <translation>«&#xa0;%1&#xa0;» importé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>A new day has begun: these are its cards.</source>
        <translation>Un nouveau jour a commencé&#xa0;: voici ses cartes.</translation>
    </message>
    <message>
        <source>Your clock or time zone changed: these are the cards of now.</source>
        <translation>Votre horloge ou votre fuseau horaire a changé&#xa0;: voici les cartes de maintenant.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: no value is finite.</source>
        <translation>%1&#xa0;: aucune valeur finie.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3; least %4, greatest %5; %6.</source>
        <translation>%1&#xa0;: de %2 à %3&#xa0;; minimum %4, maximum %5&#xa0;; %6.</translation>
    </message>
    <message>
        <source>%1; vertical axis: %2; horizontal axis: %3.</source>
        <translation>%1&#xa0;; axe vertical&#xa0;: %2&#xa0;; axe horizontal&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <comment>a value, and where: 0.12 (epoch: 40)</comment>
        <translation>%1 (%2&#xa0;: %3)</translation>
    </message>
    <message>
        <source>finite in all networks</source>
        <translation>valeurs finies dans tous les réseaux</translation>
    </message>
    <message>
        <source>finite in no network at the end</source>
        <translation>plus aucune valeur finie à la fin</translation>
    </message>
    <message>
        <source>finite in %1 of the networks at the end</source>
        <translation>valeur finie dans %1 des réseaux à la fin</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n pas</numerusform>
            <numerusform>%n pas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a way of %2, from %3 to %4.</source>
        <translation>%1&#xa0;: un parcours de %2, de %3 à %4.</translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <comment>a point</comment>
        <translation>(%1&#xa0;; %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n exemple</numerusform>
            <numerusform>%n exemples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n classe</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 in %3.</source>
        <translation>%1&#xa0;: %2 dans %3.</translation>
    </message>
    <message>
        <source>%1: a field of %2 × %3 values, from %4 to %5.</source>
        <translation>%1&#xa0;: un champ de %2&#xa0;×&#xa0;%3 valeurs, de %4 à %5.</translation>
    </message>
    <message>
        <source>%1: a network with layers of %2 units, weights from %3 to %4.</source>
        <translation>%1&#xa0;: un réseau aux couches de %2 unités, poids de %3 à %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a table of %2 with the columns %3.</source>
        <translation>%1&#xa0;: un tableau de %2, avec les colonnes %3.</translation>
    </message>
    <message>
        <source>Marked: %1.</source>
        <translation>À regarder&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Marked row</source>
        <translation>Ligne signalée</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Start the review</source>
        <translation>Commencer la révision</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Regularity: 52 weeks</source>
        <translation>Régularité&#xa0;: 52 semaines</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choisir un autre fichier…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>TruthForm</name>
    <message>
        <source>True</source>
        <translation>Vrai</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
</context>
<context>
    <name>TypedForm</name>
    <message>
        <source>Expected: %1</source>
        <translation>Attendu&#xa0;: %1</translation>
    </message>
    <message>
        <source>also right: %1</source>
        <translation>justes aussi&#xa0;: %1</translation>
    </message>
    <message>
        <source>with its unit</source>
        <translation>avec son unité</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
</context>
<context>
    <name>UnexpectedErrorDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Erreur inattendue</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Il s’est produit une erreur qui n’aurait pas dû arriver.</translation>
    </message>
    <message>
        <source>This is a bug in Époque, not your mistake. Your reviews are saved and you can go on. The report below helps to find it.</source>
        <translation>C’est une faute d’Époque, pas la vôtre. Vos révisions sont enregistrées et vous pouvez continuer. Le rapport ci-dessous aide à trouver la faute.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
</context>
<context>
    <name>ZoneEditor</name>
    <message>
        <source>The computer’s (%1)</source>
        <translation>Celui de l’ordinateur (%1)</translation>
    </message>
</context>
<context>
    <name>_Export</name>
    <message>
        <source>Moodle GIFT (*.gift *.txt);;All files (*)</source>
        <translation>GIFT de Moodle (*.gift *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export the quiz questions</source>
        <translation>Exporter les questions de quiz</translation>
    </message>
    <message>
        <source>questions.gift</source>
        <translation>questions.gift</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are in %1.</source>
        <translation>
            <numerusform>%n question est dans %1.</numerusform>
            <numerusform>%n questions sont dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) cannot be said in GIFT.</source>
        <translation>
            <numerusform>%n chose ne peut se dire en GIFT.</numerusform>
            <numerusform>%n choses ne peuvent se dire en GIFT.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les montrer</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message numerus="yes">
        <source>%n card(s) buried until tomorrow.</source>
        <translation>
            <numerusform>%n carte mise de côté jusqu’à demain.</numerusform>
            <numerusform>%n cartes mises de côté jusqu’à demain.</numerusform>
        </translation>
    </message>
    <message>
        <source>Card changed.</source>
        <translation>Carte modifiée.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) made.</source>
        <translation>
            <numerusform>%n carte créée.</numerusform>
            <numerusform>%n cartes créées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) suspended.</source>
        <translation>
            <numerusform>%n carte suspendue.</numerusform>
            <numerusform>%n cartes suspendues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) unsuspended.</source>
        <translation>
            <numerusform>%n carte reprise.</numerusform>
            <numerusform>%n cartes reprises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>decks</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>cards</comment>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>cards</comment>
        <translation>
            <numerusform>%Ln à revoir</numerusform>
            <numerusform>%Ln à revoir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edit</name>
    <message>
        <source>The question is empty: write what the card asks.</source>
        <translation>La question est vide&#xa0;: écrivez ce que la carte demande.</translation>
    </message>
    <message>
        <source>The answer is empty: write what is to be remembered.</source>
        <translation>La réponse est vide&#xa0;: écrivez ce qu’il faut retenir.</translation>
    </message>
    <message>
        <source>Nothing is hidden: write [hidden words](#1) where to search.</source>
        <translation>Rien n’est caché&#xa0;: écrivez [mots cachés](#1) là où il faut chercher.</translation>
    </message>
    <message>
        <source>A deletion hides nothing: write words between [ and ].</source>
        <translation>Un trou ne cache rien&#xa0;: écrivez des mots entre [ et ].</translation>
    </message>
</context>
<context>
    <name>expectations</name>
    <message>
        <source>one line of text</source>
        <translation>une ligne de texte</translation>
    </message>
    <message>
        <source>each one once</source>
        <translation>chacun une seule fois</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>un nombre entier à partir de 1</translation>
    </message>
    <message>
        <source>a number, a text, true or false</source>
        <translation>un nombre, un texte, true ou false</translation>
    </message>
    <message>
        <source>a language, such as fr</source>
        <translation>une langue, par exemple fr</translation>
    </message>
    <message>
        <source>a slug of a-z, 0-9 and single hyphens, such as relu-derivee</source>
        <translation>des lettres a-z, des chiffres et des traits d’union simples, par exemple relu-derivee</translation>
    </message>
    <message>
        <source>small letters and digits, with single hyphens between, such as sur-apprentissage</source>
        <translation>des minuscules et des chiffres, séparés par des traits d’union simples, par exemple sur-apprentissage</translation>
    </message>
    <message>
        <source>small letters, digits and _, such as dead_relu</source>
        <translation>des minuscules, des chiffres et _, par exemple dead_relu</translation>
    </message>
    <message>
        <source>an id of the inventory, such as ACT-21</source>
        <translation>un identifiant de l’inventaire, par exemple ACT-21</translation>
    </message>
    <message>
        <source>YAML; a text that holds &apos;: &apos; or &apos; #&apos; or starts with a sign wants quotes</source>
        <translation>du YAML, où un texte qui contient «&#xa0;:&#xa0;» ou «&#xa0;#&#xa0;», ou qui commence par un signe, se met entre guillemets</translation>
    </message>
    <message>
        <source>one YAML document</source>
        <translation>un seul document YAML</translation>
    </message>
    <message>
        <source>no &amp; and no * before a value</source>
        <translation>ni &amp; ni * devant une valeur</translation>
    </message>
    <message>
        <source>no ! before a value</source>
        <translation>aucun&#xa0;! devant une valeur</translation>
    </message>
    <message>
        <source>a word as key</source>
        <translation>un mot comme clé</translation>
    </message>
    <message>
        <source>a list of - [x] right and - [ ] wrong options</source>
        <translation>une liste de propositions justes - [x] et fausses - [ ]</translation>
    </message>
    <message>
        <source>a list of accepted answers: - ReLU</source>
        <translation>une liste de réponses acceptées&#xa0;: - ReLU</translation>
    </message>
    <message>
        <source>a text with gaps: [max](#1)</source>
        <translation>un texte à trous&#xa0;: [max](#1)</translation>
    </message>
    <message>
        <source>a numbered list in the right order: 1. …</source>
        <translation>une liste numérotée dans le bon ordre&#xa0;: 1. …</translation>
    </message>
    <message>
        <source>a table with two columns</source>
        <translation>un tableau à deux colonnes</translation>
    </message>
    <message>
        <source>a model answer</source>
        <translation>une réponse modèle</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>un texte simple</translation>
    </message>
    <message>
        <source>the answer itself, without *</source>
        <translation>la réponse elle-même, sans *</translation>
    </message>
    <message>
        <source>the picture&apos;s description</source>
        <translation>la description de l’image</translation>
    </message>
    <message>
        <source>a number without unit</source>
        <translation>un nombre sans unité</translation>
    </message>
    <message>
        <source>→ for -&gt;</source>
        <translation>une flèche → au lieu de -&gt;</translation>
    </message>
    <message>
        <source>a short answer</source>
        <translation>une réponse courte</translation>
    </message>
    <message>
        <source>pairs with the place of each item</source>
        <translation>des paires avec la place de chaque élément</translation>
    </message>
    <message>
        <source>another encoding</source>
        <translation>un autre codage</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>la carte %1</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;Mo</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>au plus %1 niveaux</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>une liste&#xa0;; chaque élément&#xa0;: %1</translation>
    </message>
    <message>
        <source>a mapping, such as %1</source>
        <translation>une table, par exemple %1</translation>
    </message>
    <message>
        <source>%1, not nested</source>
        <translation>%1, sans imbrication</translation>
    </message>
    <message>
        <source>%1 on the line right below its heading</source>
        <translation>%1 sur la ligne juste au-dessous de son titre</translation>
    </message>
    <message>
        <source>%1, mended (UTF-8 had been read as %2)</source>
        <translation>%1, réparé (de l’UTF-8 lu comme du %2)</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>&lt;1 min</source>
        <comment>an interval</comment>
        <translation>&lt;&#xa0;1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>an interval</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>an interval</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>an interval in days</comment>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>an interval in months</comment>
        <translation>%1&#xa0;mois</translation>
    </message>
    <message numerus="yes">
        <source>%1 y</source>
        <comment>an interval in years</comment>
        <translation>
            <numerusform>%1&#xa0;an</numerusform>
            <numerusform>%1&#xa0;ans</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n&#xa0;heure</numerusform>
            <numerusform>%n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n&#xa0;jour</numerusform>
            <numerusform>%n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n month(s)</source>
        <translation>
            <numerusform>environ %n mois</numerusform>
            <numerusform>environ %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n year(s)</source>
        <translation>
            <numerusform>environ %n&#xa0;an</numerusform>
            <numerusform>environ %n&#xa0;ans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>grades</name>
    <message>
        <source>Not at all</source>
        <comment>confidence, 1 of 5</comment>
        <translation>Pas du tout</translation>
    </message>
    <message>
        <source>A little</source>
        <comment>confidence, 2 of 5</comment>
        <translation>Un peu</translation>
    </message>
    <message>
        <source>Moderately</source>
        <comment>confidence, 3 of 5</comment>
        <translation>Moyennement</translation>
    </message>
    <message>
        <source>Well</source>
        <comment>confidence, 4 of 5</comment>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Perfectly</source>
        <comment>confidence, 5 of 5</comment>
        <translation>Parfaitement</translation>
    </message>
    <message>
        <source>Again</source>
        <comment>a grade</comment>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Hard</source>
        <comment>a grade</comment>
        <translation>Difficile</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>a grade</comment>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Easy</source>
        <comment>a grade</comment>
        <translation>Facile</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Your collection was brought to the format of this version.</source>
        <translation>Votre collection est passée au format de cette version.</translation>
    </message>
    <message>
        <source>The file as it was before: %1</source>
        <translation>Le fichier d’avant est gardé ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>The computer’s clock is behind your last review.</source>
        <translation>L’horloge de l’ordinateur est en retard sur votre dernière révision.</translation>
    </message>
    <message>
        <source>Your last review: %1</source>
        <translation>Votre dernière révision&#xa0;: %1</translation>
    </message>
    <message>
        <source>Set the clock right, or cards will come at wrong times.</source>
        <translation>Réglez l’horloge, sinon les cartes viendront au mauvais moment.</translation>
    </message>
    <message>
        <source>Some settings could not be read and were reset to their defaults.</source>
        <translation>Des réglages étaient illisibles&#xa0;: ils ont repris leur valeur par défaut.</translation>
    </message>
    <message>
        <source>See the preferences.</source>
        <translation>Voyez les préférences.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>No review is going on.</source>
        <translation>Aucune révision n’est en cours.</translation>
    </message>
    <message numerus="yes">
        <source>The next card comes in %n minute(s).</source>
        <translation>
            <numerusform>La prochaine carte vient dans %n&#xa0;minute.</numerusform>
            <numerusform>La prochaine carte vient dans %n&#xa0;minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It will appear here at %1. You can leave: it will wait.</source>
        <translation>À %1, elle paraît ici d’elle-même. Vous pouvez partir&#xa0;: elle attend.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Your collection is being read. All that you answered is saved.</source>
        <translation>Votre collection est en cours de lecture. Toutes vos réponses sont enregistrées.</translation>
    </message>
    <message>
        <source>The next card cannot be read.</source>
        <translation>La carte suivante ne peut pas être lue.</translation>
    </message>
    <message>
        <source>All that you answered is saved.</source>
        <translation>Toutes vos réponses sont enregistrées.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>“%1” is done for today.</source>
        <translation>«&#xa0;%1&#xa0;», c’est fini pour aujourd’hui.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) wait in the other decks.</source>
        <translation>
            <numerusform>%Ln carte attend dans les autres paquets.</numerusform>
            <numerusform>%Ln cartes attendent dans les autres paquets.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Done for today.</source>
        <translation>C’est fini pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing to review today.</source>
        <translation>Rien à revoir aujourd’hui.</translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation>Revenir à Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>found “%1”; expected: %2.</source>
        <translation>«&#xa0;%1&#xa0;» trouvé&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>Le fichier n’existe pas.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>This is not a text file.</source>
        <translation>Ce n’est pas un fichier de texte.</translation>
    </message>
    <message>
        <source>The text is not in UTF-8 from here on: save the file again as UTF-8.</source>
        <translation>À partir d’ici, le texte n’est pas en UTF-8&#xa0;: enregistrez le fichier de nouveau en UTF-8.</translation>
    </message>
    <message>
        <source>There is no card in this file.</source>
        <translation>Il n’y a aucune carte dans ce fichier.</translation>
    </message>
    <message>
        <source>The file must begin with its id and title between two lines ---.</source>
        <translation>Le fichier doit commencer par son id et son title entre deux lignes ---.</translation>
    </message>
    <message>
        <source>The line --- that ends the head of the file is missing.</source>
        <translation>Il manque la ligne --- qui termine l’en-tête du fichier.</translation>
    </message>
    <message>
        <source>A key is missing: %2.</source>
        <translation>Il manque une clé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The key “%1” stands here twice.</source>
        <translation>La clé «&#xa0;%1&#xa0;» est là deux fois.</translation>
    </message>
    <message>
        <source>The key “%1” is unknown; possible ones: %2.</source>
        <translation>La clé «&#xa0;%1&#xa0;» est inconnue&#xa0;; clés possibles&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The value “%1” is not possible here (%2).</source>
        <translation>La valeur «&#xa0;%1&#xa0;» n’est pas possible ici (%2).</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Il manque le titre.</translation>
    </message>
    <message>
        <source>“%1”: there can be only one title with a single #.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: il ne peut y avoir qu’un titre avec un seul #.</translation>
    </message>
    <message>
        <source>The title “%1” is not the one at the head of the file, “%2”.</source>
        <translation>Le titre «&#xa0;%1&#xa0;» n’est pas celui de l’en-tête, «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The title “%1” must be plain text.</source>
        <translation>Le titre «&#xa0;%1&#xa0;» doit être du texte simple.</translation>
    </message>
    <message>
        <source>“%1” stands before the title.</source>
        <translation>«&#xa0;%1&#xa0;» est placé avant le titre.</translation>
    </message>
    <message>
        <source>“%1” underlines a heading: begin headings with #, or leave a blank line above.</source>
        <translation>«&#xa0;%1&#xa0;» souligne un titre&#xa0;: commencez les titres par #, ou laissez une ligne vide au-dessus.</translation>
    </message>
    <message>
        <source>The code block “%1” is not closed.</source>
        <translation>Le bloc de code «&#xa0;%1&#xa0;» n’est pas fermé.</translation>
    </message>
    <message>
        <source>“%1” must be followed at once by its comment &lt;!-- … --&gt;.</source>
        <translation>«&#xa0;%1&#xa0;» doit être suivi aussitôt de son commentaire &lt;!-- … --&gt;.</translation>
    </message>
    <message>
        <source>The end --&gt; of this comment is missing.</source>
        <translation>Il manque la fin --&gt; de ce commentaire.</translation>
    </message>
    <message>
        <source>“%1” follows the comment on its line; nothing may.</source>
        <translation>«&#xa0;%1&#xa0;» suit le commentaire sur sa ligne&#xa0;; rien ne le peut.</translation>
    </message>
    <message>
        <source>This comment must stand on the line right below its heading.</source>
        <translation>Ce commentaire doit être sur la ligne juste au-dessous de son titre.</translation>
    </message>
    <message>
        <source>“%1” is no kind of item; expected: %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un genre connu&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot stand here; expected: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être ici&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Two sections have the id “%1”.</source>
        <translation>Deux sections ont l’id «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Two notes have the id “%1”.</source>
        <translation>Deux notes ont l’id «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The note “%1” is in no section (##).</source>
        <translation>La note «&#xa0;%1&#xa0;» n’est dans aucune section (##).</translation>
    </message>
    <message>
        <source>The question is missing.</source>
        <translation>Il manque la question.</translation>
    </message>
    <message>
        <source>“%1” is not read as a question; put a backslash before its first sign.</source>
        <translation>«&#xa0;%1&#xa0;» ne se lit pas comme une question&#xa0;; mettez une barre oblique inverse devant son premier signe.</translation>
    </message>
    <message>
        <source>“%1” has no answer.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de réponse.</translation>
    </message>
    <message>
        <source>“%1” has nothing below its line ---.</source>
        <translation>«&#xa0;%1&#xa0;» n’a rien au-dessous de sa ligne ---.</translation>
    </message>
    <message>
        <source>There can be only one line --- in a note; *** draws a line in the text.</source>
        <translation>Il ne peut y avoir qu’une ligne --- dans une note&#xa0;; *** trace un trait dans le texte.</translation>
    </message>
    <message>
        <source>There must be a blank line above and below ---.</source>
        <translation>Il faut une ligne vide au-dessus et au-dessous de ---.</translation>
    </message>
    <message>
        <source>Nothing is hidden in “%1”: write what to hide as [hidden](#1).</source>
        <translation>Rien n’est caché dans «&#xa0;%1&#xa0;»&#xa0;: écrivez ce qui doit l’être ainsi, [caché](#1).</translation>
    </message>
    <message>
        <source>“%1” cannot be hidden here.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être caché ici.</translation>
    </message>
    <message>
        <source>“%1” hides nothing.</source>
        <translation>«&#xa0;%1&#xa0;» ne cache rien.</translation>
    </message>
    <message>
        <source>A deletion in “%1” is not whole; expected: %2.</source>
        <translation>Un trou dans «&#xa0;%1&#xa0;» n’est pas entier&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Deletions must be numbered from 1 without a gap; here: %1.</source>
        <translation>Les trous doivent être numérotés à partir de 1 sans lacune&#xa0;; ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A deletion in “%1” must hold whole emphasis and formulas, and stand apart.</source>
        <translation>Un trou dans «&#xa0;%1&#xa0;» doit contenir des emphases et des formules entières, et rester à part.</translation>
    </message>
    <message>
        <source>“%1” is a link that Époque keeps for itself.</source>
        <translation>«&#xa0;%1&#xa0;» est un lien qu’Époque se réserve.</translation>
    </message>
    <message>
        <source>The image “%1” must lie in the folder of the file.</source>
        <translation>L’image «&#xa0;%1&#xa0;» doit être dans le dossier du fichier.</translation>
    </message>
    <message>
        <source>The image “%1” is missing.</source>
        <translation>Il manque l’image «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” holds a lone $: put $ on both sides of a formula, or write \$.</source>
        <translation>«&#xa0;%1&#xa0;» contient un $ isolé&#xa0;: mettez $ des deux côtés d’une formule, ou écrivez \$.</translation>
    </message>
    <message>
        <source>There is no chapter in this folder.</source>
        <translation>Il n’y a aucun chapitre dans ce dossier.</translation>
    </message>
    <message>
        <source>Two chapters have the id “%1”.</source>
        <translation>Deux chapitres ont l’id «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Two chapters have the number %1.</source>
        <translation>Deux chapitres ont le numéro %1.</translation>
    </message>
    <message>
        <source>The number of the chapter is not that of its folder: %1.</source>
        <translation>Le numéro du chapitre n’est pas celui de son dossier&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: check that it is there and that you may use it.</source>
        <translation>Le fichier ne peut pas être lu&#xa0;: vérifiez qu’il est là et que vous y avez accès.</translation>
    </message>
    <message>
        <source>The file is too large: %1; expected: %2.</source>
        <translation>Le fichier est trop gros&#xa0;: %1&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML; expected: %2.</source>
        <translation>Cela ne se lit pas comme du YAML&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Card %1 stands where %2 was expected.</source>
        <translation>La carte %1 est là où l’on attendait %2.</translation>
    </message>
    <message>
        <source>Here is %1 once more.</source>
        <translation>Voici encore une fois %1.</translation>
    </message>
    <message>
        <source>There is no line A between the question and the answer of %1.</source>
        <translation>Il manque la ligne A entre la question et la réponse de %1.</translation>
    </message>
    <message>
        <source>“%1” is not a line of the rating.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une ligne de l’évaluation.</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this format.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas s’écrire dans ce format.</translation>
    </message>
    <message>
        <source>The image “%1” cannot be read.</source>
        <translation>L’image «&#xa0;%1&#xa0;» ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The image “%1” has more than 10 MB.</source>
        <translation>L’image «&#xa0;%1&#xa0;» dépasse 10&#xa0;Mo.</translation>
    </message>
    <message>
        <source>“%1” is no PNG, JPEG, GIF, BMP or WebP image.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une image PNG, JPEG, GIF, BMP ou WebP.</translation>
    </message>
    <message>
        <source>The question “%1” has no answer that can be marked; expected: %2.</source>
        <translation>La question «&#xa0;%1&#xa0;» n’a pas de réponse qui se corrige&#xa0;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” stands beside the answer: put the explanation below a line ---.</source>
        <translation>«&#xa0;%1&#xa0;» est à côté de la réponse&#xa0;: mettez l’explication sous une ligne ---.</translation>
    </message>
    <message>
        <source>“%1” is not read as an option: write - [x] or - [ ], its text, then its quote.</source>
        <translation>«&#xa0;%1&#xa0;» ne se lit pas comme une option&#xa0;: écrivez - [x] ou - [ ], son texte, puis sa citation.</translation>
    </message>
    <message>
        <source>A choice needs two options at least.</source>
        <translation>Un choix demande au moins deux options.</translation>
    </message>
    <message>
        <source>Two options say “%1”.</source>
        <translation>Deux options disent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No option is right: write - [x] before a right one.</source>
        <translation>Aucune option n’est juste&#xa0;: écrivez - [x] devant une option juste.</translation>
    </message>
    <message>
        <source>“%1” is one right option too many; several are for the kind choices.</source>
        <translation>«&#xa0;%1&#xa0;» est une option juste de trop&#xa0;; plusieurs sont pour le type choices.</translation>
    </message>
    <message>
        <source>“%1” does not say why it is true or false: write the reason below a line ---.</source>
        <translation>«&#xa0;%1&#xa0;» ne dit pas pourquoi c’est vrai ou faux&#xa0;: écrivez la raison sous une ligne ---.</translation>
    </message>
    <message>
        <source>“%1” is not read as a number; write for example = 4,2 ± 0,1 Mo.</source>
        <translation>«&#xa0;%1&#xa0;» ne se lit pas comme un nombre&#xa0;; écrivez par exemple = 4,2 ± 0,1 Mo.</translation>
    </message>
    <message>
        <source>The tolerance “%1” is below zero.</source>
        <translation>La tolérance «&#xa0;%1&#xa0;» est négative.</translation>
    </message>
    <message>
        <source>“%1” must be plain text, without formula, code or emphasis: it is to be typed.</source>
        <translation>«&#xa0;%1&#xa0;» doit être du texte simple, sans formule, code ni emphase&#xa0;: on doit pouvoir le taper.</translation>
    </message>
    <message>
        <source>“%1” must be a line of text.</source>
        <translation>«&#xa0;%1&#xa0;» doit être une ligne de texte.</translation>
    </message>
    <message>
        <source>An order needs three items at least, a match two pairs; here: %1.</source>
        <translation>Un ordre demande au moins trois éléments, une association deux paires&#xa0;; ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>«&#xa0;%1&#xa0;» est ici deux fois.</translation>
    </message>
    <message>
        <source>This is no chapter of Époque, no export of numbered cards, no quiz questions in GIFT and no Markdown document (.md or .txt, with # headings and a text).</source>
        <translation>Ce n’est ni un chapitre d’Époque, ni un export de cartes numérotées, ni des questions au format GIFT, ni un document Markdown (.md ou .txt, avec des titres en # et un texte).</translation>
    </message>
    <message>
        <source>The letters were wrong: “%1” is now %2.</source>
        <translation>Les lettres étaient fausses&#xa0;: «&#xa0;%1&#xa0;» devient %2.</translation>
    </message>
    <message>
        <source>“%1” lacks one of the braces { and } around its answers: left out.</source>
        <translation>Il manque à «&#xa0;%1&#xa0;» l’une des accolades { et } autour de ses réponses&#xa0;: laissé de côté.</translation>
    </message>
    <message>
        <source>“%1” is no question with answers: left out.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une question avec des réponses&#xa0;: laissé de côté.</translation>
    </message>
    <message>
        <source>“%1” has partial credit, which is not kept: an answer is right or wrong.</source>
        <translation>«&#xa0;%1&#xa0;» vaut une partie des points, ce qui n’est pas gardé&#xa0;: une réponse est juste ou fausse.</translation>
    </message>
    <message>
        <source>“%1” has no like here: its text alone is kept.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas d’équivalent ici&#xa0;: seul son texte est gardé.</translation>
    </message>
    <message>
        <source>“%1” cannot be kept; instead: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être gardé&#xa0;; à la place&#xa0;: %2.</translation>
    </message>
    <message>
        <source>No blank line parts “%1” from the question after it: both are left out.</source>
        <translation>Aucune ligne vide ne sépare «&#xa0;%1&#xa0;» de la question suivante&#xa0;: les deux sont laissées de côté.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The course that comes with Époque is damaged.</source>
        <translation>Le cours livré avec Époque est endommagé.</translation>
    </message>
    <message>
        <source>Your cards stay as they are. Install Époque again.</source>
        <translation>Vos cartes restent comme elles sont. Réinstallez Époque.</translation>
    </message>
    <message>
        <source>“%1” cannot be imported: nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être importé&#xa0;: rien n’a été changé.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other problem(s)</source>
        <translation>
            <numerusform>et %n autre problème</numerusform>
            <numerusform>et %n autres problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another file: chapters, decks and documents are .md, .txt or .gift.</source>
        <translation>Choisissez un autre fichier&#xa0;: chapitres, paquets et documents sont des .md, .txt ou .gift.</translation>
    </message>
    <message>
        <source>Correct the file, then import it again.</source>
        <translation>Corrigez le fichier, puis importez-le de nouveau.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is no room for a file: it was not written.</source>
        <translation>Il n’y a plus de place pour un fichier&#xa0;: il n’a pas été écrit.</translation>
    </message>
    <message>
        <source>Free some space there, or choose another place.</source>
        <translation>Libérez de la place à cet endroit, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The computer refused to read or write a file.</source>
        <translation>L’ordinateur a refusé de lire ou d’écrire un fichier.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may use it.</source>
        <translation>Vérifiez que le fichier existe et que vous y avez accès.</translation>
    </message>
    <message>
        <source>This collection is already open in another window of Époque.</source>
        <translation>Cette collection est déjà ouverte dans une autre fenêtre d’Époque.</translation>
    </message>
    <message>
        <source>Close the other window, then try again.</source>
        <translation>Fermez l’autre fenêtre, puis réessayez.</translation>
    </message>
    <message>
        <source>This file is not an Époque collection.</source>
        <translation>Ce fichier n’est pas une collection d’Époque.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. Choose another file.</source>
        <translation>Rien n’y a été changé. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>This collection is damaged.</source>
        <translation>Cette collection est endommagée.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. Keep a copy of the file, then put back a backup if there is one in the folder “backups” beside it.</source>
        <translation>Rien n’y a été changé. Gardez une copie du fichier, puis remettez une sauvegarde s’il y en a une dans le dossier «&#xa0;backups&#xa0;», à côté.</translation>
    </message>
    <message>
        <source>This collection was written by a later version of Époque.</source>
        <translation>Cette collection vient d’une version plus récente d’Époque.</translation>
    </message>
    <message>
        <source>Update Époque to open it. Nothing was changed in it.</source>
        <translation>Mettez Époque à jour pour l’ouvrir. Rien n’y a été changé.</translation>
    </message>
    <message>
        <source>This collection cannot be written.</source>
        <translation>Cette collection ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>Check that its folder exists and that you may write there, or choose another place.</source>
        <translation>Vérifiez que son dossier existe et que vous pouvez y écrire, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The disk is full: the last action was not saved.</source>
        <translation>Le disque est plein&#xa0;: la dernière action n’a pas été enregistrée.</translation>
    </message>
    <message>
        <source>Free some space, then try again. All that came before is saved.</source>
        <translation>Libérez de la place, puis réessayez. Tout ce qui précède est enregistré.</translation>
    </message>
    <message>
        <source>The collection could not do what was asked.</source>
        <translation>La collection n’a pas pu faire ce qui était demandé.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Rien n’a été changé. Réessayez.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Your day</source>
        <translation>Votre journée</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Expériences</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Animate changes</source>
        <translation>Animer les changements</translation>
    </message>
    <message>
        <source>When off, nothing on the screen moves by itself.</source>
        <translation>Sans cela, rien ne bouge tout seul à l’écran.</translation>
    </message>
    <message>
        <source>New cards per day</source>
        <translation>Nouvelles cartes par jour</translation>
    </message>
    <message>
        <source>Each new card brings several reviews in the weeks after.</source>
        <translation>Chaque nouvelle carte amène plusieurs révisions dans les semaines qui suivent.</translation>
    </message>
    <message>
        <source>Maximum reviews per day</source>
        <translation>Révisions par jour, au plus</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>La journée commence à</translation>
    </message>
    <message>
        <source>:00</source>
        <translation>&#xa0;h</translation>
    </message>
    <message>
        <source>What you review after midnight, before this hour, counts for the day before.</source>
        <translation>Tard le soir compte encore pour le même jour.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Desired retention</source>
        <translation>Rétention visée</translation>
    </message>
    <message>
        <source>A card comes back when the chance of remembering it falls to this. Higher means more reviews.</source>
        <translation>Une carte revient quand la probabilité de s’en souvenir descend à cette valeur. Plus elle est haute, plus il y a de révisions.</translation>
    </message>
    <message>
        <source>New cards come</source>
        <translation>Les nouvelles cartes viennent</translation>
    </message>
    <message>
        <source>after the reviews</source>
        <translation>après les révisions</translation>
    </message>
    <message>
        <source>before the reviews</source>
        <translation>avant les révisions</translation>
    </message>
    <message>
        <source>among the reviews</source>
        <translation>parmi les révisions</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>Répondre avec</translation>
    </message>
    <message>
        <source>four grades</source>
        <translation>quatre réponses</translation>
    </message>
    <message>
        <source>five steps of confidence</source>
        <translation>cinq degrés de confiance</translation>
    </message>
    <message>
        <source>Of the five steps, 1 and 2 count as Again, 3 as Hard, 4 as Good and 5 as Easy.</source>
        <translation>Des cinq degrés, 1 et 2 comptent comme «&#xa0;À revoir&#xa0;», 3 comme «&#xa0;Difficile&#xa0;», 4 comme «&#xa0;Bien&#xa0;» et 5 comme «&#xa0;Facile&#xa0;».</translation>
    </message>
    <message>
        <source>Bury sibling cards until the next day</source>
        <translation>Garder les cartes sœurs pour le lendemain</translation>
    </message>
    <message>
        <source>Cards made from the same note give each other away.</source>
        <translation>Les cartes d’une même note se trahissent l’une l’autre.</translation>
    </message>
    <message>
        <source>Spread intervals a little</source>
        <translation>Étaler un peu les intervalles</translation>
    </message>
    <message>
        <source>Cards learnt on one day do not all come back together.</source>
        <translation>Les cartes apprises le même jour ne reviennent pas toutes ensemble.</translation>
    </message>
    <message>
        <source>Maximum interval</source>
        <translation>Intervalle le plus long</translation>
    </message>
    <message>
        <source> days</source>
        <translation>&#xa0;jours</translation>
    </message>
    <message>
        <source>Learning steps</source>
        <translation>Étapes d’une nouvelle carte</translation>
    </message>
    <message>
        <source>In minutes, for a new card, such as: 1 10</source>
        <translation>Minutes entre elles, par exemple&#xa0;: 1 10</translation>
    </message>
    <message>
        <source>Relearning steps</source>
        <translation>Étapes d’une carte oubliée</translation>
    </message>
    <message>
        <source>In minutes, for a forgotten card; empty for none.</source>
        <translation>Minutes entre elles&#xa0;; rien pour aucune étape.</translation>
    </message>
    <message>
        <source>Learn ahead</source>
        <translation>Prendre de l’avance</translation>
    </message>
    <message>
        <source> min</source>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>When nothing else is left, a card due within this time comes at once.</source>
        <translation>S’il n’y a rien d’autre à faire, une carte attendue dans ce délai vient maintenant.</translation>
    </message>
    <message>
        <source>Prepare experiments when the app is idle</source>
        <translation>Préparer quand l’application est au repos</translation>
    </message>
    <message>
        <source>The first run starts at once; it takes some 250 MB of memory. Never while the computer saves power.</source>
        <translation>La première expérience démarre aussitôt, contre environ 250&#xa0;Mo de mémoire. Jamais quand l’ordinateur économise l’énergie.</translation>
    </message>
    <message>
        <source>Networks train on</source>
        <translation>Les réseaux s’entraînent sur</translation>
    </message>
    <message>
        <source>the fastest device</source>
        <translation>l’appareil le plus rapide</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <source>The fastest is a graphics card, if there is one; each run names its own.</source>
        <translation>Le plus rapide est une carte graphique, s’il y en a une&#x202f;; chaque essai nomme le sien.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Hello.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>Opening your collection…</source>
        <translation>Ouverture de votre collection…</translation>
    </message>
    <message>
        <source>Your collection could not be read.</source>
        <translation>Votre collection n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>No cards yet.</source>
        <translation>Aucune carte pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>Welcome. %Ln card(s) to begin with.</source>
        <translation>
            <numerusform>Bienvenue. %Ln carte pour commencer.</numerusform>
            <numerusform>Bienvenue. %Ln cartes pour commencer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hello. %Ln card(s) are waiting for you.</source>
        <translation>
            <numerusform>Bonjour. %Ln carte vous attend.</numerusform>
            <numerusform>Bonjour. %Ln cartes vous attendent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next card comes in %n minute(s).</source>
        <translation>
            <numerusform>La prochaine carte vient dans %n&#xa0;minute.</numerusform>
            <numerusform>La prochaine carte vient dans %n&#xa0;minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done for today.</source>
        <translation>C’est fini pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing to review today.</source>
        <translation>Rien à revoir aujourd’hui.</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Pièges</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formules</translation>
    </message>
    <message>
        <source>Calculations</source>
        <translation>Calculs</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Entretiens</translation>
    </message>
    <message>
        <source>The message tells what can be done.</source>
        <translation>Le message dit ce qu’il faut faire.</translation>
    </message>
    <message>
        <source>Import a chapter or a deck, or drop its file here.</source>
        <translation>Importez un chapitre ou un paquet, ou déposez son fichier ici.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s)</source>
        <translation>
            <numerusform>%Ln révision</numerusform>
            <numerusform>%Ln révisions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 remembered</source>
        <translation>%1 retenus</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;minute</numerusform>
            <numerusform>%Ln&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln carte</numerusform>
            <numerusform>%Ln cartes</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow: %1</source>
        <translation>demain&#xa0;: %1</translation>
    </message>
    <message>
        <source>next cards on %1: %2</source>
        <translation>prochaines cartes %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>nothing falls due in the coming week</source>
        <translation>rien à revoir dans la semaine qui vient</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln minute(s)</source>
        <translation>
            <numerusform>Environ %Ln&#xa0;minute</numerusform>
            <numerusform>Environ %Ln&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>target retention %1</source>
        <translation>rétention visée %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in a row</source>
        <translation>
            <numerusform>%Ln&#xa0;jour d’affilée</numerusform>
            <numerusform>%Ln&#xa0;jours d’affilée</numerusform>
        </translation>
    </message>
</context>
</TS>
