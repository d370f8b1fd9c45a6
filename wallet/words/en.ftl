# The words of the wallet: what happened, then what its owner can do about it.

# ---------------------------------------------------------------- how a badge stands
# Facts: $checked, $earned, $since, $begins: days, `none` when unknown.
state-valid =
    .word = Valid
    .title = This badge is valid. Checked on { $checked }.
    .help = You can show it.
state-not-current =
    .word = Past its date
    .title = { $since ->
        [none] This badge is no longer up to date. It is still yours.
       *[other] This badge is no longer up to date since { $since }. It is still yours.
    }
    .help = What you learnt stays learnt. Ask the organisation for a newer version.
state-not-checked =
    .word = Not all checked
    .title = We could not check everything yet.
    .help = It is not your fault, nor the badge’s. Try again with the internet.
state-not-checked-since =
    .word = To check again
    .title = We could not check everything. Last full check: { $earned }.
    .help = It is not your fault, nor the badge’s. Try again with the internet.
state-nobody-asked =
    .word = Organisation not checked
    .title = This badge is properly signed. We did not check the organisation.
    .help = There is no list of partners here.
state-withdrawn =
    .word = Withdrawn
    .title = The organisation has withdrawn this badge.
    .help = You can write to them to ask why.
state-on-hold =
    .word = On hold
    .title = The organisation has put this badge on hold.
    .help = It may come back. You can write to them to ask when.
state-waiting =
    .word = Not yet
    .title = { $begins ->
        [none] This badge is not valid yet.
       *[other] This badge begins on { $begins }.
    }
    .help = It is kept. It counts from that day.
state-other-person =
    .word = Another person
    .title = This badge was given to another person.
    .help = Check how the name or the address is written.
state-unsigned =
    .word = No signature
    .title = Nothing says who gave this badge.
    .help = Ask the organisation for the original file, signed by them.
state-unconfirmed =
    .word = To confirm
    .title = The organisation is in the network. It has not confirmed this badge.
    .help = You can write to them and show them this badge.
state-not-for-this-badge =
    .word = Not for this badge
    .title = The organisation is in the network, but for other badges.
    .help = The badge is properly signed. It does not count in your pathway.
state-not-member-then =
    .word = Outside the network that day
    .title = The organisation was not in the network that day.
    .help = The badge is properly signed. It does not count in your pathway.
state-outside =
    .word = Outside the network
    .title = The organisation is not in the network. The badge is properly signed.
    .help = It is still yours. It does not count in your pathway.
state-look-alike =
    .word = Outside the network
    .title = Mind the name. This badge does not come from a partner of the network.
    .help = The name looks like a partner’s. They did not sign it.
state-refused =
    .word = Set aside
    .title = We cannot rely on this file.
    .help = It is kept aside. Ask the organisation for the original file.

# ---------------------------------------------------------------- a badge in one line
badge-file = { $file ->
        [none] A file without a name
       *[other] The file { $file }
    }
badge-given-by = Given by { $issuer }
badge-given-by-written = { $issuer ->
        [none] We do not know who gave this badge.
       *[other] Name written in the badge: { $issuer }
    }

# ---------------------------------------------------------------- what became of a file
import-added =
    .title = This badge is in your collection.
import-newer =
    .title = This is a newer version. It takes the place of the old one.
    .help = The old one stays in the history.
import-already-held =
    .title = You already have this badge.
    .help = We checked it once more.
import-kept-aside =
    .title = This file is kept aside. It does not count.
    .help = Ask the organisation for the original file.
import-unreadable =
    .title = This file was not added.
    .help = It stays where it is. Nothing is lost.
import-not-a-badge =
    .title = This is a signed document, but not a badge.
    .help = Ask the organisation for the file of the badge.

# ---------------------------------------------------------------- what cannot be found or done
holding-unknown =
    .title = There is no badge { $badge } in this collection.
    .help = The list of your badges gives the number of each.
holding-ambiguous =
    .title = { $count } badges begin with { $badge }.
    .help = Write a little more of the number.
memo-too-long =
    .title = This text is too long. It fits in { $limit } letters at most.
    .help = Keep whom to ask for, where and when.
export-no-text =
    .title = We have no picture to put this badge into.
    .help = Take the whole collection along: the original file is in it.
vault-unavailable =
    .title = The collection does not open.
    .help = Nothing has changed in it. Try again in a moment.
vault-busy =
    .title = Another program is writing in this collection.
    .help = Nothing is lost. Try again in a moment.
vault-conflict =
    .title = Another program has just written the same thing.
    .help = Nothing is lost. Try again.
vault-full =
    .title = There is no room left on this disk.
    .help = Make some room, then try again. Your badges are still there.
vault-damaged =
    .title = The file of the collection is damaged.
    .help = We leave it alone from now on. Go back to a copy of this folder.
vault-record-damaged =
    .title = The badge { $badge } is damaged in this wallet. The others are fine.
    .help = Erase it with: badge-wallet erase { $badge }. Then take it back from a copy.
vault-newer =
    .title = This collection comes from a later version of the program.
    .help = Install that version, then open the collection again.
space-unusable =
    .title = This folder cannot hold a collection.
    .help = { $why ->
        [pins] Short codes are kept apart from the wallets. Choose another folder.
        [permission] You may not write in it. Choose another folder.
        [not-a-folder] It is not a folder. Choose another place.
        [key] The key found in it is damaged. Go back to a copy of this folder.
       *[other] The disk does not answer. Choose another place.
    }

# ---------------------------------------------------------------- the lock of a carnet
space-locked =
    .title = This wallet is protected by a phrase.
    .help = Give the phrase to open it.
space-wrong-phrase =
    .title = This is not the right phrase.
    .help = Check each word, then try again. Nothing has changed.
space-lock-refused =
    .title = The lock of this wallet is not ours.
    .help = Somebody changed it, or the file is damaged. Go back to a copy of this folder.
space-not-protected =
    .title = This wallet has no phrase.
    .help = If you had set one, add nothing here. Go back to a copy of this folder.
space-already-protected =
    .title = This wallet already has a phrase.
    .help = You can change it.
space-phrase-short =
    .title = This phrase is too easy to guess.
    .help = Take at least { $least } letters, in several words.
space-phrase-missing =
    .title = A phrase is needed.
    .help = Put it in a file, on the first line, and add --phrase-file.
space-phrases-differ =
    .title = The two phrases are not the same.
    .help = Nothing has changed. Start again.
lock-ask = Your phrase:
lock-ask-new = The new phrase:
lock-ask-again = The same, once more:
lock-ask-copy = The phrase of the copy:
lock-suggest = An idea for a phrase, to write on paper: { $phrase }
lock-done =
    .title = This wallet is protected by your phrase.
    .help = Keep it on paper. Without it nobody can open the wallet, nor can we.
lock-changed =
    .title = The new phrase opens this wallet.
    .help = A copy made before still opens with the old one.
lock-protected =
    .title = This wallet is protected by a phrase.
    .help = Without it nobody can read it.
lock-open =
    .title = This wallet is not protected.
    .help = Whoever opens this folder can read it. Protect it with: badge-wallet protect
backup-made = The copy is made, in { $file }. The phrase opens it.
backup-whole = { $count ->
        [0] The copy gives everything back, identical.
        [one] The copy gives everything back, identical: { $count } badge.
       *[other] The copy gives everything back, identical: { $count } badges.
    }
backup-differs = This copy does not give back all that is in the wallet. Make another one.
backup-restored = Badges added: { $added }. Already there: { $already }.
erase-ask = What is erased does not come back. Erase?
erase-badge = Erased: { $id }  { $name }
erase-file = Erased: { $file }
space-phrase-unread =
    .title = We cannot read the phrase in { $file }.
    .help = The phrase is the first line of the file.
space-not-confirmed =
    .title = Nothing was erased.
    .help = It cannot be undone. Add --yes to do it.
backup-needs-phrase =
    .title = A copy is kept under a phrase. This wallet has none.
    .help = Protect the wallet first, or give a phrase for the copy.
backup-unreadable =
    .title = { $why ->
        [kind] This file is not a copy of a wallet.
        [version] This copy comes from a newer version of the program.
       *[other] This copy is damaged or incomplete.
    }
    .help = Nothing changed in your wallet. Try another copy.

# ---------------------------------------------------------------- what a person takes along
archive-title = My badges
archive-made = Taken along on { $day }.
archive-what = This page opens without the internet. The files beside it are your badges.
archive-badges = { $count ->
        [one] One badge
       *[other] { $count } badges
    }
archive-history = { $count ->
        [one] One earlier version
       *[other] { $count } earlier versions
    }
archive-aside = { $count ->
        [one] One file kept aside
       *[other] { $count } files kept aside
    }
archive-file = Open the original file
archive-keep = To keep your badges
    .help = Keep these files as they are. A screenshot loses the badge.

# ---------------------------------------------------------------- commands: what was done
import-no-file =
    .title = There is no file at this place.
    .help = Check how its name is written.
export-not-written =
    .title = We cannot write { $file }.
    .help = Choose another folder, or make some room.
done-removed = { $name } is put away. To take it back: badge-wallet restore { $id }
done-restored = { $name } is back in your collection.
done-exported = Everything is in { $file }.
list-empty = There is nothing here yet.
show-words = A word from the person who gave it to you:
show-evidence = What you showed:
show-awarded = On { $day }
show-can-do = This badge recognises that you can:
show-recognised = { $count ->
        [one] Recognised by one partner: { $names }
       *[other] Recognised by { $count } partners: { $names }
    }
# ---------------------------------------------------------------- what is to be told, and asked
# Facts: day, reason, contact (`none` when unknown), id.
notice-withdrawn =
    .title = The organisation has withdrawn this badge.
    .help = { $reason ->
        [none] It gave no reason.
       *[other] The reason given: “{ $reason }”
    }
notice-on-hold =
    .title = The organisation has put this badge on hold.
    .help = { $reason ->
        [none] It may come back.
       *[other] The reason given: “{ $reason }”
    }
notice-ended =
    .title = This badge has not been current since { $day }. It is still yours.
    .help = What you have learnt stays learnt. Ask for a newer version.
notice-ends-very-soon =
    .title = This badge is no longer current in a few days: on { $day }.
    .help = See the organisation this week. It can renew the badge.
notice-ends-soon =
    .title = This badge is current until { $day }.
    .help = You have time to see the organisation. It can renew the badge.
notice-contact = To write to them: { $contact }
notice-read = I have read this
notice-title = To know
notice-none = Nothing new about your badges.
mine-ask = Is this badge for you?
    .help = It bears another name, or another address, than yours.
mine-ask-command = Is this badge for you? Answer with: badge-wallet mine { $id }
mine-name = If yes: the name or the address that the organisation knows
mine-button-yes = Yes, it is for me
mine-button-no = No, it is for somebody else
mine-button-unsure = I do not know
mine-yes =
    .title = This badge is yours.
    .help = It does bear the name, or the address, that you gave.
mine-does-not-fit =
    .title = This is not the name, nor the address, that this badge bears.
    .help = The badge is kept. Try another address, or ask the organisation.
mine-no =
    .title = This badge is put away. It is for somebody else.
    .help = You can bring it back. Give its file to that person.
mine-unsure =
    .title = This badge stays here. It does not count yet.
    .help = Show it to your mediator.
reception-new = { $count ->
        [one] You have a new badge.
       *[other] You have { $count } new badges.
    }
reception-open = Discover
reception-bravo = { $owner ->
        [none] Well done!
       *[other] Well done, { $owner }!
    }
reception-recognises = { $issuer } recognises that you can:
reception-step = Step { $done } of { $needed }: { $name }.
reception-go-on = Go on
reception-see = See this badge
claim-code-unknown =
    .title = This code opens no badge of this file.
    .help = Look at each letter on your paper. Is it the right file?
claim-bundle-unreadable =
    .title = { $why ->
        [kind] This is not a file of badges to be fetched.
        [version] This file comes from a newer version of the program.
        [too-large] This file is too large.
       *[other] This file is damaged, or somebody changed it.
    }
    .help = Ask the organisation for the file once more. Your code is still good.
claim-bundle-not-ours =
    .title = This file was signed from another space.
    .help = Give another file name: a new one will be made.
claim-bundle-full =
    .title = This file holds { $limit } badges already.
    .help = Give another file name: a new one will be made.
claim-made = The badge of { $to } waits in { $file }. Its code: { $code }
    .help = Give this code on paper. The same as a square to print: { $square }
claim-title = I have a code
    .help = With this code, take the badge that waits for you. No account, no Internet.
claim-code = The code on your paper
claim-code-hint = Capitals, hyphens and spaces do not count.
claim-bundle = The file of the organisation
claim-go = Take my badge
claim-nothing = The code, or the file, is missing.

# ---------------------------------------------------------------- pathways
path-title = { $name }: { $done } of { $needed }
path-complete = { $name }: pathway complete
path-done = ✔ Done: { $name }
path-done-recheck = ✔ Done, to check again: { $name }
path-done-expired = ✔ Done, past its date: { $name }
path-next = → Next step: { $name }
path-to-recheck = ? To check again: { $name }
path-to-do = ○ To do: { $name }
path-not-counted = One badge does not count here. { $why }
where-ask = Ask a partner of the network for the badge “{ $name }”.
where-ask-mediator = Ask your digital mediator for the badge “{ $name }”.
where-check-again = You have the badge “{ $name }”. Check it with the Internet.
where-awards = { $partner } can give you this badge.
where-helps = People can help you here. This place may not give this badge.
where-note = Your mediator’s note: { $text }
where-telephone = Telephone: { $number }
where-others = Or else:
where-seen = What is looked at with you
where-have-it = I was given this badge: add it
where-at = ({ $place })
where-elsewhere = Other places
where-mine = Closer to home
where-town = Your town, or your postal code
where-town-go = Show places nearby
where-write-note = Your mediator’s note
    .help = Whom to ask for, when, where. This note stays in this space.
where-note-go = Keep this note
memo-noted = The note about “{ $name }” is kept in this space.
memo-no-note = There is no note about “{ $name }” any more.
memo-town = { $town ->
        [none] This space does not say where you live.
       *[other] Places near { $town } come first.
    }

# ---------------------------------------------------------------- the awarding desk
award-refused =
    .title = This badge cannot be awarded from here.
    .help = Ask the organisation that gave you the right to award.
award-no-registry =
    .title = There is no list of partners here.
    .help = Without it nobody can say who awards what. Give its address.
award-registry-old =
    .title = The list of partners is too old.
    .help = Get the list again with the internet, then start over.
award-no-authorising-badge =
    .title = This collection has no badge that allows awarding the others.
    .help = It is the badge for digital mediators. Ask your organisation for it.
award-authorisation-of-another =
    .title = The badge that allows awarding belongs to another collection.
    .help = Open the collection that received it, or ask your organisation for yours.
award-authorisation-not-valid =
    .title = The badge that allows awarding does not hold today.
    .help = Call your organisation. They can give you a new one.
award-key-not-listed =
    .title = { $partner } has not planned for you to award this badge today.
    .help = { $why ->
        [not-for-this-badge] They do not award this badge. Ask the regional hub for it.
        [not-member-then] They are not in the network today. Call them.
        [past-member] They are no longer in the network. Call them.
        [key-stolen] Your key was reported stolen. Call them.
       *[other] Call them: they can add your key to their list.
    }
award-no-criteria =
    .title = The badge { $badge } has no published criteria.
    .help = It cannot be awarded before. Tell the regional hub.
award-no-evidence =
    .title = Say what the person showed.
    .help = One sentence is enough: what you saw, and when.
award-no-recipient =
    .title = Say to whom you award this badge.
    .help = Write the name as the person says it. An e-mail address is not needed.
award-text-too-long =
    .title = { $field ->
        [evidence] There is too much evidence for one badge.
       *[other] A text is too long to fit into a badge.
    }
    .help = { $field ->
        [evidence] Keep it to { $limit } pieces at most.
       *[other] Keep it to { $limit } letters at most.
    }
award-list-full =
    .title = This key has already awarded all the badges it could.
    .help = Ask your organisation to add a key.
award-not-verified =
    .title = The signed badge did not pass our own check. We do not give it out.
    .help = Start over. If it goes on, tell the regional hub.
award-no-list =
    .title = { $partner } publishes no list of withdrawals for your key.
    .help = Without it this badge could never be withdrawn. Ask your organisation for it.
award-list-unusable =
    .title = The list of withdrawals of your key cannot be read.
    .help = Try again with the internet. If it goes on, call your organisation.
award-done = “{ $name }” is signed for { $to }, in the name of { $partner }. Number: { $number }
award-files = The files to give to the person. Each of them is the whole badge:
award-none = Nothing has been awarded from this collection yet.
award-line = { $state ->
        [withdrawn] { $name }, awarded on { $day }, withdrawn
        [to-publish] { $name }, awarded on { $day }, withdrawal to be published
        [on-hold] { $name }, awarded on { $day }, on hold
       *[other] { $name }, awarded on { $day }
    }
award-first-list = The list of withdrawals of your key is in { $file }.
    .help = Give it to { $partner }, who publish it with your key.
award-list-name =
    .title = { $name } cannot be the name of a key.
    .help = Use small letters and figures, such as k4.
award-no-partner =
    .title = The network has no partner { $partner }.
    .help = Look for its short name on the site of the registry.
withdraw-not-ours =
    .title = The badge { $award } was not awarded from this collection.
    .help = Only the organisation that awarded it can withdraw it.
withdraw-ambiguous =
    .title = { $count } awarded badges begin with { $award }.
    .help = Type a little more of the number.
withdraw-done = The badge { $number } is withdrawn. Everybody can see it.
withdraw-to-carry = The withdrawal of the badge { $number } is signed. It is not published yet.
    .help = Give the file { $file } to your organisation. They publish it with their entry.
withdraw-already = This badge was already withdrawn. The list is signed once more.
withdraw-paused = The badge { $number } is on hold. To give it back: badge-wallet resume { $number }
withdraw-resumed = The badge { $number } is no longer on hold. It counts as before.
withdraw-cannot-pause =
    .title = The badge { $award } was given without the means to put it on hold.
    .help = It can only be withdrawn. For another one: award --may-pause
space-identifier = The identifier of this collection: { $did }
    .help = Give it to your organisation. They add it to their list so that you can award.

# ---------------------------------------------------------------- the wallet in a terminal
# .hint stands beside a choice. Key lines have at most 78 letters: a screen has 80.
tui-home = My badges
tui-home-hello = Hello.
tui-home-count = { $count ->
        [0] Your wallet is empty.
        [one] You have one badge.
       *[other] You have { $count } badges.
    }
tui-home-add = Add a badge
    .hint = a file, a picture, a photo of a QR code
tui-home-badges = See my badges
    .hint = and know whether they are valid
tui-home-path = My pathway
    .hint = the steps done, and the next one
tui-home-next = the next step: { $name }
tui-home-notice = { $name }: { $what }
tui-home-notices = { $count ->
        [one] And one more thing to know: F2, “To know”.
       *[other] And { $count } more things to know: F2, “To know”.
    }
tui-home-done = I am done
    .hint = close the wallet
tui-leave = Quit
tui-door = Who are you?
    .help = The wallet is closed. Choose yours.
    .one = My wallet
    .locked = protected by a phrase
    .new = New wallet
tui-door-new = Whose wallet is it?
    .help = Write a first name or a word. Everybody can read it here.
tui-phrase = Type your phrase, then Enter. It is not shown.
tui-phrase-lost = Phrase lost? Ask your mediator for a copy of the wallet.
tui-wait = One moment…
tui-back = Back
tui-palette = All actions
    .help = What do you want to do?
tui-other-acts = Other actions
tui-notices = To know
    .hint = what happened to my badges
tui-notices-none = Nothing new: your badges are as you left them.
tui-notice-read = I have read: { $name }
tui-all-again = Check all my badges
    .hint = are they still valid?
tui-all-again-done = { $changed ->
        [0] All your badges are checked. Nothing has changed.
        [one] Your badges are checked. One badge has changed.
       *[other] Your badges are checked. { $changed } badges have changed.
    }
tui-put-away = Put this badge away
tui-put-away-done = “{ $name }” is put away. It can come back.
tui-take-back = Put it back in my wallet
tui-removed = The badges put away
    .hint = put them back in my wallet
tui-removed-choose = Choose the badge to put back in your wallet.
tui-removed-none = No badge is put away.
tui-removed-one = This badge is put away. It does not count meanwhile.
tui-award = Award a badge
    .hint = recognise what a person can do
    .help = Fill in each line, then read it over.
tui-award-to = For whom?
    .help = Write the name of the person, as they say it.
    .empty = to write
    .missing = for whom
tui-award-badge = Which badge?
    .help = Choose the badge, or type a few letters.
    .empty = to choose
    .missing = the badge
tui-award-seen = What I have seen
    .help = Tick what the person did in front of you.
    .empty = to tick
    .missing = what I have seen
tui-award-seen-all = That is all
tui-award-ticked = { $done } of { $count }
tui-award-evidence = The evidence
    .help = Say in one sentence what the person showed.
    .empty = to choose
    .missing = the evidence
tui-award-evidence-kind = How did you see it?
tui-award-words = A word for the person
    .help = They will read it when they receive the badge.
    .empty = if you want
tui-award-review = Read over and award
tui-award-missing = missing: { $what }
    .help = Choose these lines, then come back here.
tui-award-for = For { $to }.
tui-award-sign = Sign, files in { $folder }
tui-award-done = “{ $name }” is signed for { $to }, on behalf of { $partner }.
    .help = Number { $number }. The three files are in { $folder }. Each is the whole badge.
tui-award-another = Award another badge
tui-saving-archive = Take everything along
    .hint = all my badges in one file
tui-saving-picture = Save its picture
tui-saving-page = A page to give
    .help = Whom is this page for? Write the name of the person or the organisation.
tui-saving-paper = To print
tui-saving-path = Print it, to tick by hand
tui-diary = What I have shown
    .hint = to whom, and when
tui-saving-where = Where to put the file?
tui-saved = The file { $file } is in { $folder }.
tui-file-archive = my-badges.zip
tui-protect = Protect my wallet
    .hint = a phrase will be needed to open it
tui-protect-idea = Write this phrase on paper:
tui-protect-lost = Keep this paper. Without the phrase, nobody can open the wallet.
tui-protect-written = I have written it
tui-protect-own = Take my own words
    .help = Type several words, then Enter. They are not shown.
tui-protect-again = Type the phrase
    .help = Type the phrase, then Enter. It is not shown.
tui-badges-none = Your wallet is empty. Add a badge, or look at the pathways.
tui-search = { $letters ->
        [none] Search: type a few letters
       *[other] Search: { $letters }
    }
tui-search-none = Nothing has these letters. Esc: see all again.
tui-aside = We cannot rely on these files. They do not count.
tui-badge = My badge
tui-badge-only-giver = For now, only the organisation that awarded it recognises it.
tui-show = Show this badge
tui-show-aim = Aim a telephone at this square.
tui-show-type = Or type this address:
tui-show-larger = Enlarge the window to see the square, or type the address.
tui-show-no-link = This badge is published nowhere: it is only in your wallet.
    .help = Give its picture. The whole badge is in it.
tui-again = Check now
tui-more = There is more below: ↓
tui-pathways = Choose a pathway to see its steps.
tui-pathway-done = Well done, this pathway is complete.
tui-step = A badge to receive
tui-step-where = Where to go, whom to ask?
tui-step-can-do = This badge recognises that you can:
tui-step-seen = What is looked at with you:
tui-step-for = With this badge, you can be good at:
tui-step-done = { $day ->
        [none] Done
       *[other] Done on { $day }
    }
tui-step-done-recheck = { $day ->
        [none] Done, to be checked again
       *[other] Done on { $day }, to be checked again
    }
tui-step-done-expired = { $day ->
        [none] Done, past its date
       *[other] Done on { $day }, past its date
    }
tui-step-next = Next step
tui-step-next-at = Next step. { $place }
tui-step-to-recheck = To be checked
tui-step-to-do = To do
tui-adding = Where is your badge?
tui-adding-drop = You can also drop a file on this window.
tui-folder-stick = USB key { $name }
tui-folder-downloads = Downloads
tui-folder-desktop = Desktop
tui-folder-here = Here: { $name }
tui-folder-choose = Choose the file to add.
tui-folder-empty = There is no file here.
tui-files = { $count ->
        [0] no file
        [one] one file
       *[other] { $count } files
    }
tui-add-all = Add all { $count } files
tui-type = Type the name of the file
    .hint = or paste a link
tui-type-what = Type the name of the file, or paste a link. Then press Enter.
tui-opened-add = Add to my wallet
tui-told = What happened
tui-adding-now = Checking: { $done } of { $count }
tui-adding-done = Finished: { $what }
tui-added-added = { $count ->
        [one] one badge added
       *[other] { $count } badges added
    }
tui-added-newer = { $count ->
        [one] one newer badge
       *[other] { $count } newer badges
    }
tui-added-already-held = { $count } already there
tui-added-kept-aside = { $count } aside
tui-added-unreadable = { $count ->
        [one] one file not added
       *[other] { $count } files not added
    }
tui-outcome-of = { $what }: { $name }, { $state }
tui-outcome-added = Added
tui-outcome-newer = Newer
tui-outcome-already-held = Already there
tui-outcome-kept-aside = Kept aside
tui-outcome-unreadable = Not added
tui-keys-home = ↑ ↓ choose · Enter open · F1 help · F2 all actions · Ctrl+Q quit
tui-keys-door = ↑ ↓ choose · Enter open · F1 help · Ctrl+Q quit
tui-keys-list = ↑ ↓ choose · Enter open · Esc back · F1 help · F2 all actions
tui-keys-reading = ↑ ↓ read · ← → choose · Enter do · Esc back · F1 help · F2 actions
tui-keys-showing = ← → choose · Enter do · Esc back · F1 help · F2 actions
tui-keys-typing = Enter add · Esc back · F1 help
tui-keys-phrase = Enter open · Esc back · F1 help
tui-keys-field = Enter go on · Esc back · F1 help
tui-keys-receiving = ↑ ↓ choose · Enter open · Esc stop or back · F1 help
tui-keys-narrow = Esc back · F1 help
tui-keys-help = Enter or Esc: close this help
tui-quit = To quit: Ctrl+Q
tui-help = Help
tui-help-home = The arrows ↑ and ↓ move from line to line. The sign > shows the chosen line.
    Enter opens that line. Esc goes back.
    With a screen reader, start: badge-wallet --texte
tui-help-list = The arrows ↑ and ↓ move from line to line. The sign > shows the chosen line.
    Enter opens that line. Esc goes back.
tui-help-search = Type letters: the list keeps only the names that have them.
    Esc clears the letters. Esc again: back.
    ✔ valid. ! good to know. ? not all checked. ✖ does not count.
tui-help-reading = The arrows ↑ and ↓ move the page.
    The arrows ← and → choose a button, in brackets. Enter presses it.
    Esc goes back.
tui-help-showing = Open the camera of a telephone, and aim at the black and white square.
    It leads to the page of the badge. The address beside it is the same.
tui-help-typing = Write the name of the file, with its folder.
    You can also drop it on this window. The file stays where it is.
tui-help-phrase = Write all the words, in order. Accents do not count.
    A mistake loses nothing: try again.
tui-help-field = Write one line, then press Enter.
    Esc goes back. Nothing is kept.
tui-help-receiving = Each line is a file. Enter tells what happened.
    Esc stops. What is added stays added.
    Your files stay where they are.
tui-plain-ask = Your choice, then Enter:
tui-plain-choice = { $number }. { $label }
tui-plain-hinted = { $number }. { $label }. { $hint }
tui-plain-unknown = No choice begins so.
tui-plain-several = Several choices begin so. Type more letters.
tui-plain-name = The name of the file or the link, then Enter. Nothing to go back:
tui-plain-field = Your answer, then Enter. Nothing to go back:
tui-plain-bye = The wallet is closed.
tui-crashed = The wallet has stopped. Your badges are still there.
    .help = Start it again. If it lasts, tell the regional hub.

# ---------------------------------------------------------------- the pages of the wallet
# Facts: owner, name, count, done, needed, day.
page-carnet = Badge wallet
carnet-title = My wallet
carnet-of = The wallet of { $owner }
carnet-count = { $count ->
        [0] There is no badge here yet.
        [one] This wallet holds one badge.
       *[other] This wallet holds { $count } badges.
    }
carnet-empty = Add a first badge: a file, a photo or a link.
carnet-what = What do you want to do?
carnet-next-step = The next step
carnet-step-of = { $name }: { $done } of { $needed }
carnet-badges = My badges
carnet-received = Received on { $day }
carnet-new = New
carnet-to-hidden = The name is hidden in the badge on purpose.
carnet-aside = { $count ->
        [one] One file kept aside
       *[other] { $count } files kept aside
    }
    .help = We cannot rely on them. They do not count.
carnet-removed = { $count ->
        [one] One badge put away
       *[other] { $count } badges put away
    }
carnet-add = Add a badge
    .help = Your files do not change. They also stay where they are.
carnet-files = Choose your badges, or drop them here
carnet-add-go = Add to the wallet
carnet-add-nothing = The badge is missing. Choose a file, or paste a link.
carnet-add-fewer = Nothing was added. Choose { $most } files at most.
carnet-add-more = Add another badge
carnet-pasted = The pasted text
carnet-other-name = This badge bears another name than mine
    .help = Write the name, or the address, that the organisation knows.
carnet-added = { $count ->
        [one] Your file
       *[other] Your { $count } files
    }
carnet-see = See my wallet
carnet-go-on = See what comes next
carnet-again = Check now
carnet-remove = Put this badge away
carnet-restore = Take this badge back
carnet-print = Print
carnet-how = How I earned it
carnet-words = The word of the person who gave it to me
carnet-evidence = What I showed
carnet-checks = What we checked
carnet-original = Take the original file
carnet-pathways = My pathways
    .help = A badge is a step. You go at your own pace.
carnet-path-told = { $done ->
        [0] Not begun yet.
        [one] One step done of { $needed }.
       *[other] { $done } steps done of { $needed }.
    }
carnet-path-complete = Pathway finished.
carnet-then = Next: { $name }
carnet-others = My other pathways
carnet-step-done = { $day ->
        [none] Done
       *[other] Done on { $day }
    }
carnet-step-done-recheck = { $day ->
        [none] Done, to be checked again
       *[other] Done on { $day }, to be checked again
    }
    .help = We could not check everything. This step stays done.
carnet-step-done-expired = { $day ->
        [none] Done, date passed
       *[other] Done on { $day }, date passed
    }
    .help = The badge is no longer current. This step stays done.
carnet-step-recheck = To be checked
    .help = You have this badge. We could not check everything yet.
carnet-step-next = Next step
    .help = Ask the organisation that goes along with you.
carnet-step-to-do = To do
carnet-done = I have finished
carnet-open-again = Open the wallet

# ---------------------------------------------------------------- who is there
door-who = Who are you?
    .help = Each person has a wallet. Choose yours, or begin one.
door-kept = Open my wallet
door-locked = With a phrase
door-unlocked = Without a phrase
door-none-yet = I have no wallet here
door-begin = New wallet
    .help = Nothing to fill in. Without a phrase all is erased at the end, or after { $minutes } idle minutes.
door-try = Just try
    .help = Nothing to fill in. All is erased at the end, or after { $minutes } idle minutes.
door-open = Open the wallet { $name }
door-phrase-hint = Capitals, accents and commas do not count.
door-passing = This wallet is not kept. “I have finished” erases all of it. So do { $minutes } idle minutes.
door-keep = Keep this wallet
    .help = A phrase closes it. Without it nobody can open it, we cannot either.
door-idea = An idea for a phrase
    .help = Write it on paper, and keep it with you. A phrase of your own will do too.
door-label = The name to show on the first page
    .help = Everybody here can read it. A first name is enough, or nothing.
door-asleep = This page has hidden itself.
    .help = Nobody had touched it for a while. Your badges are still there.
door-done-wiped = It is erased. You can leave.
    .help = Nothing of this wallet is left on this computer. Your own files have not changed.
door-done-locked = The wallet is closed. You can leave.
    .help = Your phrase will be needed to open it again. Your badges stay in it.
door-done-left = Noted. Close this window.
    .help = This wallet has no phrase: it stays on this computer, open to everybody.
door-done-idle = The visit is over.
    .help = Nobody was touching it any more. A kept wallet is closed, another is erased.
door-none = There is no wallet in this folder.
door-someone-else = This is not my wallet
door-next-person = Who is next?
space-wrong-card =
    .title = This card does not open this wallet.
    .help = A later card may replace it. Nothing has changed.
space-card-unreadable =
    .title = { $why ->
        [square] There is no recovery card in this picture.
        [word] One of these words is on no card.
       *[count] A recovery card has { $count } words.
    }
    .help = Copy the words of the card, in order.
space-too-soon =
    .title = { $seconds ->
        [one] Wait one second, then try again.
       *[other] Wait { $seconds } seconds, then try again.
    }
    .help = Look closely at each word on your paper.

# ---------------------------------------------------------------- the key of a space, on screen
key-title = The key of my wallet
key-bare = This wallet has no phrase.
key-old = The phrase of today:
key-phrase = Change the phrase
key-card = Make a recovery card
    .help = Its words open the wallet if you forget the phrase. The old card will open nothing.
key-card-go = Show the card
key-card-words = The words of the card
key-card-noted = I have it on paper
key-copy = Take a copy along
    .help = One file, closed by a phrase. Put it on a USB key.
key-copy-go = Take the copy
key-erase = Erase the whole wallet
    .help = What is erased does not come back. Take a copy along first.
key-erase-go = Erase for ever
key-erased = It is erased.
    .help = This is what went:
key-forgot = I have forgotten my phrase
key-forgotten = I have forgotten my phrase
    .help = The recovery card is needed. Without it nobody can open the wallet, we cannot either.

pin-title = A short code
    .help = To be quick, on this service only. It does not protect a copied folder. The phrase does.
pin-ask = Your code, 4 to 8 digits:
pin-keep = Keep this code
pin-end = Use the code no more
pin-or-phrase = Or with the phrase
space-wrong-pin =
    .title = This is not the right code.
    .help = Take your time. The phrase always opens.
space-pin-too-soon =
    .title = { $seconds ->
        [one] The code waits one more second.
       *[other] The code waits { $seconds } more seconds.
    }
    .help = The phrase opens at once.
space-pin-ended =
    .title = The code does not open this wallet any more.
    .help = Open it with your phrase, then choose another code.
space-pin-easy =
    .title = This code is guessed too fast.
    .help = Take { $least } to { $most } digits, neither all the same nor in a row.

# ---------------------------------------------------------------- the recovery card
card-title = Recovery card of the wallet
    .help = These words open the wallet if the phrase is forgotten.
card-made = Made on { $day }.
card-square = The same words, for a telephone
card-how = On the first page of the wallet: “I have forgotten my phrase”. Type the words in order.
card-keep = Keep this card at home, away from the computer. Whoever has it can open the wallet.
card-written = The card is in { $file }. Print it, then erase this file.
card-ended = The recovery card opens nothing any more.
card-opened = The wallet is open. The new phrase opens it, and so does the card.
card-ask = The words of the card, in order:
card-key-changed =
    .title = The key is changed. Badges given to the former one are still yours.
    .help = You award badges: give the new key to your organisation before you go on.

# ---------------------------------------------------------------- badges to try
page-trial = Badges to try
    .heading = Badges to try
    .lead = Each title is the answer to expect. The people and organisations are invented.
page-trial-then = Download a badge, then drop it there
page-trial-for = Whose badge is it? Write:

# ---------------------------------------------------------------- pages served on this machine
# Facts: address, file.
serve-verifier = Check a badge: { $address }
serve-carnet = The wallet: { $address }
serve-registry = The partners of the network: { $address }
serve-trial = Badges to try: { $address }
serve-one = One badge checked, { $file }:
serve-stop = To stop: Ctrl and C together.
serve-no-region =
    .title = There is no demo region in { $folder }.
    .help = Make it first: badge-registry demo { $folder }

# ---------------------------------------------------------------- showing badges to others
# Facts: badge, limit, why; audience, day, until, name, names, file, count.
share-nothing =
    .title = No badge is chosen.
    .help = Choose at least one badge to show.
share-no-audience =
    .title = We do not know who to show these badges to.
    .help = Write a name, or the address of the site that asks for them.
share-text-too-long =
    .title = This text is too long.
    .help = Keep to less than { $limit } letters.
share-not-shown =
    .title = { $why ->
        [aside] This badge was changed, it stays aside.
        [in-a-file] This badge stands in a file with others.
       *[other] This badge is of an older kind.
    }
    .help = { $why ->
        [aside] Ask the organisation to give it to you again.
       *[other] Show its original file instead.
    }
share-not-bound = These badges do not name this wallet. The person will ask for your name too.
share-done = File to give: { $file }
share-done-for = { $count ->
        [one] One badge, for { $audience }.
       *[other] { $count } badges, for { $audience }.
    }
share-done-until = Good until { $until }. Your badges themselves stay valid.
share-inside = What the badge holds, even if the page hides it:
    .help = We cannot take it out. The badge would no longer be well signed.
share-inside-name = your name
share-inside-mail = your e-mail address
share-inside-evidence = what you showed, your evidence
share-inside-words = the word of the person who gave it to you
share-diary-empty = You have not shared anything yet.
share-diary-line = On { $day }, for { $audience }: { $names }
share-diary-until = { $until ->
        [none] with no end
       *[other] until { $until }
    }
share-diary-forgotten = { $count ->
        [0] There was nothing to erase.
        [one] One line erased.
       *[other] { $count } lines erased.
    }
share-form-file = signed file
share-form-page = page to show
share-page-title = Badges to show
share-page-of = The badges of { $name }
share-page-made = Page made for { $audience } on { $day }. To be read before { $until }.
share-page-can-do = This badge recognises that the person can:
share-page-words = A word from the person who gave this badge:
share-page-evidence = What the person showed:
share-page-check = Check these badges
    .help = Drop this file on the network’s checking page. It reads the signed badges inside.
share-page-static = This page says what we knew on { $day }. Only checking gives today’s answer.
share-page-signed = Take the signed badges

# ---------------------------------------------------------------- paper
# Facts: badge.
share-too-big-for-paper =
    .title = This badge is too long to fit in a printed square.
    .help = Give its file instead, or the page to show.
print-missing =
    .title = This program cannot lay out paper yet.
    .help = Add its “pdf” part, as the page of the project says.

print-no-pathway =
    .title = There is no pathway “{ $pathway }”.
    .help = The command badge-wallet path tells those that exist.
print-done = To print: { $file }
print-whoever = whoever has the paper
print-badge-title = Badge { $name }
print-square-alt = Black and white square to photograph. It holds the whole signed badge.
print-check = To check this badge
    .help = Photograph this square on the network’s checking page. It holds the whole badge. No internet is needed.
print-check-short = To check: photograph the square on the network’s checking page.
print-made = Made on { $day }.
print-path-title = Pathway { $name }
print-path-note = This sheet helps to find one’s way. Only the signed badge says that a step is done.
print-rule-all = Every step counts.
print-rule-some = It takes { $needed } out of { $all }.
print-person = This pathway is that of
print-day = Done on
print-with = with
print-ticked = Box ticked
print-to-tick = Box to tick
share-form-paper = paper

# ---------------------------------------------------------------- showing badges, on the pages
# Facts: number, count, name.
share-start = Show my badges
share-this = Show this badge
share-step = Question { $number } of 4
share-ask-whom = Who do you want to show your badges to?
    .help = Nothing leaves before the last page.
share-ask-what = What do you want to show?
    .help = Your name, your evidence and the words you received stay hidden, unless you tick them.
share-ask-long = For how long?
    .help = The page to show ends. Your badge itself stays valid.
share-ask-preview = What the person will see
    .help = Look closely. Nothing has left yet.
share-whom-employer = An employer
share-whom-adviser = An adviser
share-whom-everyone = Everybody (CV, networks)
share-whom-paper = I want a paper
share-audience = Their name
    .help = For example: Mairie de Clairval. For a paper, leave it empty.
share-badges = Which badges?
share-visible = And also, if you like
share-show-name = Show my name
share-name = My name, as I write it
share-show-mail = Show my e-mail address
share-mail = My e-mail address
share-show-evidence = Show my evidence
share-show-words = Show the word of the person who gave me the badge
share-paper-stays = A paper has no end. You can take it back or throw it away.
share-days = { $count ->
        [365] 1 year
       *[other] { $count } days
    }
share-next = Go on
share-back = Go back
share-give-page = Take the page to show
    .help = A file to give or to send yourself.
share-give-sheet = Print a sheet for an application
share-give-file = Take the signed file, for a program
share-give-paper = Print: { $name }
share-give-linkedin = Add to LinkedIn: { $name }
share-finished = Have you finished? On a shared computer, press “I have finished”.
share-form-linkedin = LinkedIn
share-linkedin = Add to LinkedIn
share-linkedin-warn = LinkedIn files badges among diplomas.
    .help = Your badge is a recognition. You will still choose on their page.
share-linkedin-go = Go to LinkedIn
share-diary = What I have shared
    .help = This list stays in your wallet. Nobody else sees it.
share-diary-forget = Erase this list
print-path-link = Print this pathway, to tick by hand
share-along = Take everything along
    .help = Your original files, and a page to read them. They open without this program.
share-along-go = Take all my badges

print-sheet-title = What I can do
print-sheet-lead = Here are my badges, and what they recognise.
print-sheet-check = This sheet is not signed. Ask for the page to show, or for the badge, to check.
