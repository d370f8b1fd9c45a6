# The words of this floor: what happened, then what the reader can do about it.


# ------------------------------------------------------------------ catalogue
# Facts: id and name (of the badge or pathway), field, language, count, limit, word, sentence.

catalogue-status-reconstruction =
    .title = This list of badges is a reconstruction
    .help = It serves until the regional hub publishes its own.
catalogue-status-published =
    .title = This list of badges is published by the regional hub

catalogue-evidence-task = A task carried out
    .help = The person does it without help, in front of you.
catalogue-evidence-situation = A situation played
    .help = The person plays a moment of everyday life.
catalogue-evidence-observation = The professional’s observation
    .help = Say what you saw, and when.
catalogue-evidence-document = A document produced
    .help = The person chooses whether to show it.
catalogue-evidence-procedure = A procedure done alone
    .help = Keep a trace of the procedure, never its content.

catalogue-invalid =
    .title = This catalogue cannot be read
    .help = Look at { $path }: { catalogue-why }.
catalogue-badge-unknown =
    .title = The network has no badge { $badge }
    .help = Look at the list of the network’s badges.
catalogue-image-missing =
    .title = The image { $image } is not there
    .help = Add this image, then try again.

catalogue-too-many-badges =
    .title = The pathway “{ $name }” has { $count } badges
    .help = Keep { $limit } badges at most. Add the others little by little.
catalogue-name-too-long =
    .title = The name of “{ $name }” is too long
    .help = It has { $count } characters in { catalogue-language }, for { $limit } at most.
catalogue-sentence-too-long =
    .title = A sentence of “{ $name }” is too long
    .help = It has { $count } words, for { $limit } at most. Cut it in two: “{ $sentence }”
catalogue-jargon =
    .title = The word “{ $word }” is not understood at once
    .help = Say it another way. Look at { catalogue-field } of “{ $name }”.
catalogue-exam =
    .title = The word “{ $word }” does not suit a badge
    .help = A badge recognises. It measures nobody. Look at { catalogue-field } of “{ $name }”.
catalogue-no-criteria =
    .title = “{ $name }” has no criteria
    .help = Say what you want to see before awarding this badge.
catalogue-no-evidence-kinds =
    .title = “{ $name }” expects no evidence
    .help = Choose at least one of the five kinds of evidence.
catalogue-no-situations =
    .title = “{ $name }” has no situation
    .help = Give at least one moment when it can be seen.
catalogue-can-do-count =
    .title = “{ $name }” names { $count } things the person can do
    .help = Write { $least } to { $most } things.
catalogue-missing-language =
    .title = “{ $name }” is not complete in { catalogue-language }
    .help = Write { catalogue-field } in this language.
catalogue-languages-differ =
    .title = “{ $name }” has not as many lines in each language
    .help = Look at { catalogue-field }: one line in French, one line in English.
catalogue-badge-in-no-pathway =
    .title = “{ $name }” is in no pathway
    .help = Add this badge to a pathway.
catalogue-alignment-without-code =
    .title = A competence of “{ $name }” has no number
    .help = Add the number of “{ $alignment }”.
catalogue-nobody-awards =
    .title = Nobody can award these badges
    .help = At least one badge must allow its holder to award the others.

catalogue-language = { $language ->
    [fr] French
    [en] English
   *[other] { $language }
}
catalogue-field = { $field ->
    [name] the name
    [summary] the presentation sentence
    [can_do] what the person can do
    [criteria] the criteria
    [situations] the situations
    [good_for] what the badge is good for
    [alt] the description of the image
    [tags] the keywords
    [alignment] the name of the competence
   *[other] the text
}
catalogue-why = { $why ->
    [missing] a part is missing
    [unknown] this part is not expected
    [empty] nothing is written
    [too-long] the text is too long
    [too-many] the list is too long
    [out-of-range] the number is too small or too large
    [characters] a character cannot be seen
    [form] it is not written as expected
    [choice] this choice is not in the list
    [language] this is not a language code
    [duplicate] it is there twice
    [no-such-badge] this badge is not in the catalogue
   *[other] this is not the kind of value expected
}
