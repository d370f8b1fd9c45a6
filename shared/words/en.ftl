# The words of this floor: what happened, then what the reader can do about it.

# ---------------------------------------------------------------- pages: the frame of every screen
page-brand = Badges
page-skip = Skip to content
page-this-language = English
page-about-this-site = About this site
page-back-to-start = Back to the start
page-error-400 =
    .title = We did not understand this request.
    .word = Reload needed
    .help = The page may have been open for a long time. Go back to the start and try again.
page-error-404 =
    .title = This page does not exist.
    .word = Page not found
    .help = The address may have changed. Go back to the start.
page-error-405 =
    .title = This page does not open that way.
    .word = Reload needed
    .help = Go back to the start and try again.
page-error-413 =
    .title = This file is too big.
    .word = Too big
    .help = We take 10 MB at most. Send the original file, or a smaller photo.
page-error-429 =
    .title = There are many requests at the same time.
    .word = One moment
    .help = Wait a minute, then try again. Nothing is wrong with your file.
page-error-500 =
    .title = Something is not working on our side.
    .word = Out of order
    .help = It is not your fault, nor the badge’s. Try again in a few minutes.

# ---- JSON-LD: what the signature covers
coverage-uncovered =
    .title = This badge holds text that the signature does not protect.
    .help = Someone may have added it after the award. Ask the organisation for the original badge.
coverage-context-unknown =
    .title = This badge relies on a vocabulary that we do not know.
    .help = We cannot say what the signature protects. Tell the organisation that awarded it.
proof-too-complex =
    .title = This badge is built in too complicated a way to be checked.
    .help = A real badge does not have this form. Ask the organisation for the original badge.
install-contexts-damaged =
    .title = A file of this program is damaged: { $file }.
    .help = Nothing can be checked like this. Install the program again.
