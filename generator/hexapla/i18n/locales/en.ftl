# Words of the interface. Values that come from a text are plain text; no message holds markup.

## Pages

tabs = Pages of this document
breadcrumbs = Where this page stands
previous-version = previous version: { $version }
next-version = next version: { $version }
tab-overview = Overview
tab-read = Read
tab-compare = Compare
tab-synopsis = Synopsis
home-title = Documents
home-lead = { $count ->
    [one] One document, its versions compared clause by clause.
   *[other] { $count } documents, their versions compared clause by clause.
}
home-feed = Feed of changes (Atom)
card-last = Latest version, { $base } → { $target }: { $count ->
    [0] no clause changed
    [one] one clause changed
   *[other] { $count } clauses changed
}
card-retrieved = retrieved { $date }
card-edited = file last edited { $date }
card-more = { $count ->
    [one] and one older version
   *[other] and { $count } older versions
}
home-filter = Title, name or date
home-order = Order
home-order-newest = newest first
home-order-title = by title
home-order-changes = most changes first
home-ungrouped = Other documents
home-document = Document
home-facts = Versions, dates and changes
home-empty = There are no documents yet.
unpack-first = Unpack the archive first, then open index.html in the unpacked folder.
lost-title = There is no such page
lost-why = The address may be mistyped, or what stood there has been renamed or taken away.
lost-above = The list of documents stands in one of these places:
lost-level = { $count ->
    [0] in this folder
    [one] one folder up
   *[other] { $count } folders up
}
failed = Could not be built
compare-title = { $base } ⇄ { $target } · { $title }
read-title = { $version } · { $title }
synopsis-title = Synopsis · { $title }
pair = { $base } ⇄ { $target }
arrow = →
    .parallel = ⇄
sentence-gap = { " " }
term-gap = { ": " }
list-separator = { ", " }
aside = {" "}({ $text })
contents = Contents
versions = Versions
permalink = Permalink: { $place }
copy = copy
copy-hash = the whole hash

## What a version is

count-versions = { $count ->
    [one] one version
   *[other] { $count } versions
}
count-clauses = { $count ->
    [one] one clause
   *[other] { $count } clauses
}
count-characters = { $count ->
    [one] one character
   *[other] { $count } characters
}
count-units = { $count ->
    [one] one numbered clause
   *[other] { $count } numbered clauses
}{ $units ->
    [one] , one of them a main clause
   *[other] , { $units } of them main clauses
}
no-clauses = no numbered clauses
undated = undated
in-force-from = In force from { $start }
in-force-until = In force from { $start }, until before { $until }
in-force-open = In force from { $start }; until when is not known
in-force-unknown = From when it is in force is not known: { $reason }
in-force-then = then { $version }
in-force-clauses = { $clauses } from { $start }
in-force-clauses-unknown = { $clauses }: from when is not known
banner-ended = { $version } ceased to be in force on { $until }:
banner-early = { $version } is not yet in force; it holds from { $start }:
banner-before = the one before: { $version }
banner-last = the last one: { $version }
certainty-given = as its editor says
certainty-derived = as the texts say
certainty-unknown = until when is not known
tab-at = As of a day
at-title = As of a day · { $title }
at-index-title = The texts as of a day
at-lead = Which text was in force on a day, as far as the texts or their editor say. Where nothing tells, “not known” is the answer.
at-link = Which text was in force on a day?
at-address = A document and a day can stand in the address:
at-unlisted = Of “{ $document }” no days are known here.
at-nothing = Of no document here anything tells from when it holds.
at-day = Day
at-show = Show
at-on = On { $day }
at-days = All days
at-before = before { $until }
at-between = from { $start }, before { $until }
at-from = from { $start }
at-always = on every day
at-in_force = In force:
at-not_yet = Nothing was in force yet.
at-expired = Nothing was in force any more; the last text:
at-unknown = { $count ->
    [one] Not known; perhaps
   *[other] Not known which; one of
}
at-parallel = Not known; the versions do not replace each other:
at-why = { $version }: { $reason }
at-clauses-later = Not yet: { $clauses }, from { $start } only
at-clauses-unknown = Perhaps not yet: { $clauses }; nothing tells from when
at-since = { $count ->
    [0] No clause has changed since, up to { $version }
    [one] One clause has changed since, up to { $version }
   *[other] { $count } clauses have changed since, up to { $version }
}
at-next = Next: { $version }, from { $start }
period-silent = nothing tells it
period-undated = it names a day, but nothing tells whether that is this version’s
period-kept = its commencement clause may be that of an earlier state of the text
period-before_issue = the day that it names lies before its issue
period-publication_unknown = it holds from its publication, and nothing tells when that was
period-unclear = its words on the time in force are conditional, or were not understood
period-contradictory = it names several days
provenance = From:
retrieved = retrieved { $date }
unnumbered = unnumbered
completeness-whole = whole
completeness-cut_off = breaks off
completeness-fragment = begins late
ends-at = breaks off in { $number }
begins-at = begins in { $number }
base = base
column-siglum = Version
column-label = Name
column-issued = Date
column-clauses = Clauses
column-numbered = Numbered clauses
column-units = Main clauses
column-characters = Characters
column-completeness = Completeness
column-file = Source file
column-hash = SHA-256

## Kinds of change

kind-same = unchanged
    .parallel = the same
kind-trans = translation
kind-word = reworded
    .parallel = other wording
kind-add = added
kind-del = removed
kind-only = only in { $version }
kind-move = moved
    .parallel = other place
kind-renum = renumbered
    .parallel = other number
kind-split = split
    .parallel = one to several
kind-join = merged
    .parallel = several to one
kind-regroup = regrouped
    .parallel = several to several
kind-lack = not in this text
kind-ref = stale reference
sum-ref = with stale references
sum-move = only moved
    .parallel = only in another place
sum-split = only split or merged
    .parallel = only divided differently
only-first = only in the first
only-second = only in the second
flag-only-whitespace = spaces only
flag-only-punctuation = punctuation only
flag-only-width = width only
flag-only-case = capitals only
flag-only-script = script only
flag-modality = duty or leave
flag-period = period
flag-date = date
flag-money = amount
flag-percentage = percentage
flag-reference = reference
flag-number = number
flag-single_character = single character
flag-pair = { $old } → { $new }
    .parallel = { $old } / { $new }
flag-torn = ends here
heading-both = { $old } → { $new }
    .parallel = { $old } ⇄ { $new }
heading-of = { $version }: { $number }

## Marks

mark-ins = { "[ins: " }
    .parallel = { "[only right: " }
mark-del = { "[del: " }
    .parallel = { "[only left: " }
mark-from = { "[moved away: " }
    .parallel = { "[left, in another place: " }
mark-to = { "[moved here: " }
    .parallel = { "[right, in another place: " }
mark-was = { "[del: " }
    .parallel = { "[not here: " }
mark-only = { "[only here: " }
mark-end = ]
foot-words = words by { $words }
mark-gap = [not here: { $text }
gap-title = The base has here: { $text }
key-ins = words added
key-del = words removed
key-only = words only in { $version }

## Compare

lead-older = The older text, { $base }, stands on the left.
lead-parallel = Parallel texts, neither older than the other: nothing here is “added” or “removed”.
lead-counts = Of { $rows ->
    [one] one row
   *[other] { $rows } rows
} between { $base } and { $target }, { $changed } { $changed ->
    [one] is
   *[other] are
} changed{ $number ->
    [0] { "" }
    [one] , one differs only in its number
   *[other] , { $number } differ only in their numbers
} and { $same ->
    [0] none is
    [one] { $same } is
   *[other] { $same } are
} unchanged.
    .parallel = Of { $rows ->
        [one] one row
       *[other] { $rows } rows
    } between { $base } and { $target }, { $changed } { $changed ->
        [one] differs
       *[other] differ
    }{ $number ->
        [0] { "" }
        [one] , one differs only in its number
       *[other] , { $number } differ only in their numbers
    } and { $same ->
        [0] none is
        [one] { $same } is
       *[other] { $same } are
    } the same.
told-word = { $count ->
    [one] one clause reworded
   *[other] { $count } clauses reworded
}
    .parallel = { $count ->
        [one] one clause worded differently
       *[other] { $count } clauses worded differently
    }
told-routine = { $count ->
    [one] one of them routine
   *[other] { $count } of them routine
}
told-throughout = { $old } → { $new } at { $count } places
    .parallel = { $old } ⇄ { $new } at { $count } places
told-throughout-but = { $old } → { $new } at { $count } of { $all } places, not in { $where }
    .parallel = { $old } ⇄ { $new } at { $count } of { $all } places, not in { $where }
told-add = { $count ->
    [one] one added
   *[other] { $count } added
}
    .parallel = { $count ->
        [one] one only in the second
       *[other] { $count } only in the second
    }
told-del = { $count ->
    [one] one removed
   *[other] { $count } removed
}
    .parallel = { $count ->
        [one] one only in the first
       *[other] { $count } only in the first
    }
told-divided = { $count ->
    [one] one split or merged
   *[other] { $count } split or merged
}
    .parallel = { $count ->
        [one] one divided differently
       *[other] { $count } divided differently
    }
told-move = { $count ->
    [one] one moved
   *[other] { $count } moved
}
    .parallel = { $count ->
        [one] one in another place
       *[other] { $count } in another place
    }
told-renum = { $count ->
    [one] one renumbered
   *[other] { $count } renumbered
}
    .parallel = { $count ->
        [one] one under another number
       *[other] { $count } under other numbers
    }
told-number = { $count ->
    [one] one only renumbered
   *[other] { $count } only renumbered
}
    .parallel = { $count ->
        [one] one differs only in its number
       *[other] { $count } differ only in their numbers
    }
told-punct = { $count ->
    [one] one differs in form only
   *[other] { $count } differ in form only
}
told-lack = { $count ->
    [one] one is not in this text
   *[other] { $count } are not in this text
}
told-trans = { $count ->
    [one] one clause beside its translation
   *[other] { $count } clauses beside their translations
}
told-affected = { $count ->
    [one] one unchanged, but affected
   *[other] { $count } unchanged, but affected
}
told-fact = { $old } → { $new } ({ $place })
    .parallel = { $old } ⇄ { $new } ({ $place })
told-name = { $name }
told-shift = from { $name } by { $step }
told-gap = { "; " }
told-more = { $count ->
    [one] {" "}and one more
   *[other] {" "}and { $count } more
}
told-end = .
in-words = In words
told-nothing = No clause differs.

lead-form = { $count ->
    [one] One row differs
   *[other] { $count } rows differ
} in form only: spaces, width, punctuation, capitals or script.
lead-translation = { $base } and { $target } are in different languages: clauses are matched by numbers, figures, length and place; their words are not compared.
lead-lack = { $version } { $at }; { $count ->
    [one] one row is
   *[other] { $count } rows are
} not in this text, which is no removal.
lead-outside = Outside the clauses { $count ->
    [one] one text differs
   *[other] { $count } texts differ
}: { $what }.
outside-kind = { $kind ->
    [title] { $count ->
        [one] the title
       *[other] { $count } lines of the title
    }
    [note] { $count ->
        [one] a note
       *[other] { $count } notes
    }
    [footnote] { $count ->
        [one] a footnote
       *[other] { $count } footnotes
    }
    [signature] { $count ->
        [one] the signature
       *[other] { $count } lines of the signature
    }
    [heading] { $count ->
        [one] the heading of a division
       *[other] { $count } headings of divisions
    }
   *[other] { $count ->
        [one] another text
       *[other] { $count } other texts
    }
}
outside-title = { $count ->
    [one] One text differs outside the clauses
   *[other] { $count } texts differ outside the clauses
}
outside-short = Outside the clauses
outside-void = not in { $version }
pick-base = Left
pick-target = Right
pick-with = with { $version }
compare-some = { $shown } of { $all } pairs of versions have a page of their own. Any other pair:
filters = Filter by kind of change
    .parallel = Filter by kind of difference
filters-short = Filter
change-list = { $count ->
    [one] One change
   *[other] { $count } changes
}
    .parallel = { $count ->
        [one] One difference
       *[other] { $count } differences
    }
skip-to-change = Skip to the first change
    .parallel = Skip to the first difference
filter-all = all
filter-changed = changed
    .parallel = differ
filter-number = number only
filter-same = unchanged
    .parallel = the same
filter-trans = translation
filter-word = reworded
    .parallel = other wording
filter-punct = form only
filter-routine = routine
filter-affected = affected
filter-add = added
filter-del = removed
filter-move = moved
    .parallel = other place
filter-split-join-regroup = split or merged
    .parallel = one to several
filter-renum = renumbered
    .parallel = with another number
filter-lack = not in this text
fold-span = { $first } – { $last }
fold-count = { $count } unchanged
    .parallel = { $count } the same
fold-renumbered = { $count } unchanged but for their numbers
    .parallel = { $count } the same but for their numbers
fold-routine = { $count } changed by routine
    .parallel = { $count } different by routine
fold-affected = { $told } ({ $count } affected)
affected-definition = Affected: “{ $words }” is defined differently
affected-cited_reworded = Affected: { $words } reads differently
affected-cited_removed = Affected: only one version has { $words }
affected-cited_reused = Affected: { $words } is another clause there
routine-replacement = expressions exchanged throughout
routine-reference = numbers of references
routine-form = form
throughout-title = { $count ->
    [one] One expression exchanged throughout
   *[other] { $count } expressions exchanged throughout
}
throughout-count = { $count } times
throughout-kept = { $count ->
    [one] Not at one place:
   *[other] Not at { $count } places:
}
fold-lines = { $span } unchanged
    .parallel = { $span } the same
fold-paragraphs = { $count } paragraphs unchanged
    .parallel = { $count } paragraphs the same
goto-home-moved = moved to { $number }
    .parallel = read at { $number }
goto-home = read at { $number }
goto-from = moved from { $number }
    .parallel = stands as { $number } in { $version }
passage-paragraph = { $above } para. { $ordinal }
passage-to = to { $place }
    .parallel = { $version }: { $place }
passage-from = from { $place }
    .parallel = { $version }: { $place }
passages-count = { $count ->
    [one] one paragraph or item
   *[other] { $count } paragraphs and items
  }
goto-stands = stands as { $number } in { $version }
repeated = repeated here
void-none = not in { $version }
perhaps = Perhaps also:
topics = Topics
topics-why = Which clauses may speak of the same matter, by words in common and place. These are guesses and no links: they join no rows and are counted nowhere.
topics-meaning = Also by meaning, with { $model }.
topics-none = nothing suggested
void-here = not here
lack-below = Missing from here on.
lack-below-why = { $version } breaks off in { $number }. Whether it had the clauses that follow cannot be known; its silence is no removal.
lack-above = Missing up to here.
lack-above-why = { $version } begins in { $number }. Whether it had the clauses before cannot be known; its silence is no removal.
table-in-text = Table
torn-end = the text breaks off here
torn-start = the text begins here
note-decision = Decided by the editor: { $reason }
note-weak-link = Linked on little evidence ({ $score }): perhaps not the same clause.
cite-row = { $title }, { $place } ({ $base } and { $target }, sha256 { $hashes })
cite-titles = { $base } / { $target }
cite-clause = { $title }, { $place } ({ $version }, sha256 { $hash })
review-title = Review · { $title }
review-lead = { $count ->
    [0] No link is doubtful.
    [one] One doubtful link, { $decided } decided.
   *[other] { $count } doubtful links, { $decided } decided.
} Decisions are written to { $file } at once.
review-link = Link
review-none = There is nothing to decide.
review-changed = { $file } was changed by another hand since; nothing was taken back.
desk-why = Why these?
desk-alone = No counterpart?
desk-link = { $pair }: { $basis }, likeness { $score }, { $confidence }
desk-apart = Not the same clause
desk-together = They belong together
desk-belongs = { $number } belongs with …
desk-likest = most alike
desk-others = all, in order
desk-reason = Reason
desk-said = decided by an editor who read both
desk-collected = Decisions for alignment.yml: { $count }
desk-copy = Copy
desk-download = Download
desk-undo = Undo the last
rewritten = largely rewritten, { $percent } the same
    .parallel = mostly other words, { $percent } the same
rewritten-marks = mark words
desk-edit = Edit alignment.yml
desk-edit-new = Make the file alignment.yml
desk-declared = an editor's decision
desk-identical = the same words, numbers aside
desk-number = number and place
desk-wording = wording
desk-containment = one holds the other's words
desk-structure = structure
desk-strong = well founded
desk-check = worth a check
desk-weak = little evidence
quote-replaced = “{ $old }” replaced by “{ $new }”
    .parallel = “{ $old }” in { $base }, “{ $new }” in { $target }
quote-added = “{ $new }” added
    .parallel = “{ $new }” only in { $target }
quote-removed = “{ $old }” removed
    .parallel = “{ $old }” only in { $base }

## Synopsis

synopsis-lead = { $count } versions clause by clause, read against { $version }. A cell that says “same as” opens. Words that the base has not stand in a tinted frame; where the base says more stands a small gap.
columns = Versions shown
row-map = Rows and versions at a glance
state-same = as the base
state-word = differs
state-none = absent
state-lack = not in this text
same-as = same as { $version }
same-as-numbered = { $number } · same as { $version }

## Read

other-versions = Other versions:
margin-same = same
margin-diff = differs
margin-none = absent
margin-lack = unknown

## Text set aside

aside-title = { $count ->
    [one] One stretch of text set aside
   *[other] { $count } stretches of text set aside
}
aside-why = This belongs to no clause. Titles, notes and signatures are compared apart from the clauses; nothing else here is compared.
aside-link = { $version }: { $count ->
    [one] one stretch of text set aside
   *[other] { $count } stretches of text set aside
}
aside-kind = { $kind ->
    [furniture] page furniture
    [title] title
    [page_header] page header
    [page_footer] page footer
    [page_number] page number
    [line_number] line number
    [contents] table of contents
    [version_mark] mark of a version
    [note] note
    [footnote] footnote
    [footnote_mark] mark of a footnote
    [ornament] ornament
    [markup] signs of Markdown
    [signature] signature
    [heading] heading
   *[other] other text
}

## Overview

lead-versions = { $count ->
    [0] No version was found.
    [one] One version.
   *[other] { $count } versions.
}
lead-closest = { $base } and { $target } are most alike.
lead-cut_off = { $version } breaks off in { $number }.
lead-fragment = { $version } lacks its beginning, up to { $number }.
changes = Changes
    .parallel = Differences
changes-why = Counted by clause; each bar opens the comparison.
likeness = Likeness
likeness-why = Percent of the characters of both texts that are the same in aligned clauses; what an incomplete text lacks does not count. Likeness is no proof of copying.
likeness-cell = { $one } and { $other }: { $percent } % alike; open the comparison
tree = Who is closest to whom
tree-why = Each version is joined to one that is most like it. Likeness is no proof of copying.
tree-pair = { $one } and { $other } are { $percent } % alike.
tree-alone = { $version } is like none of them.
percent = { $value } %
findings = Findings
findings-notes = { $count ->
    [one] one note
   *[other] { $count } notes
}
see-row = see the row
see-clause = see the place
see-version = see { $version }
see-numbers = see the table of numbers
see-aside = see the text

## Findings, by code

finding-characters_replaced = { $count ->
    [one] One character that no text can hold was replaced by U+FFFD.
   *[other] { $count } characters that no text can hold were replaced by U+FFFD.
}
finding-empty_source = { $file } holds no text.
finding-source_failed = { $message }
finding-file_ignored = { $file } was left out: { $reason }.
finding-title_derived = The title “{ $title }” was taken from { $origin }.
finding-language_guessed = The language was taken to be { $language }.
finding-order_derived = The versions are taken as { $order }: { $reason }.
finding-order_by_date = The versions were given in another order; they stand in that of their dates: { $versions }.
finding-order_undecided = Nothing says which of { $versions } is older. If they lie in a folder, `issued:` in its document.yml can say it, or `order: chronological` that they are listed from old to new.
finding-names_contradict_dates = By their names { $earlier } is older than { $later }; by their dates it is newer. If a date is wrong, `issued:` in document.yml says the right one.
finding-order_contradicted = The order is said to be chronological, but { $before } stands before { $after }.
finding-base_unknown = No version is called { $base }; the base is chosen as if none were named.
finding-version_derived = { $instrument }: this text was derived by a program from { $base } and the amending instrument; it is not authentic.
finding-amendment_doubtful = { $file }, line { $at }: a command was not carried out, and its clause keeps its words: { $reason } ({ $command }).
finding-instrument_unwritten = No amending instrument was written from { $base } to { $target }: { $reason }.
finding-siglum_repeated = { $siglum } is the name of an earlier version; this one is called { $given }.
finding-label_repeated = This version is labelled “{ $label }”, as { $other } is: readers cannot tell them apart.
finding-promised_version_missing = The text announces { $promised ->
    [one] one version
   *[other] { $promised } versions
}; { $found ->
    [0] none is there.
    [one] one is there.
   *[other] { $found } are there.
}
finding-set_aside = { $count ->
    [one] One character that belongs to no clause was set aside ({ aside-kind }).
   *[other] { $count } characters that belong to no clause were set aside ({ aside-kind }).
}
finding-in_force_clause_unknown = `in_force` in document.yml names the clause { $clause }, which this version does not have.
finding-cut_off = The end is missing: { $evidence }.
finding-full_stop_missing = The last clause has no full stop, though the others have theirs; the text may go on.
finding-fragment = The beginning is missing: { $evidence }.
finding-no_clauses = No numbered clause was found; the text stands as unnumbered paragraphs.
finding-lines_as_paragraphs = { $count } paragraphs end within a sentence: the file may have made a paragraph of each printed line.
finding-run_on_heading = After { $number } the heading runs into the text; it was not cut off.
finding-number_repeated = The number { $number } occurs more than once in the same list.
finding-number_skipped = The numbers go from { $before } to { $after }.
finding-number_out_of_order = { $number } stands after { $before }.
finding-ambiguous_mark = “{ $number }” may be a number or a part of the sentence.
finding-suspected_ocr_mark = “{ $printed }” was read as { $number }.
finding-weak_link = { $a } and { $b } were linked on little evidence ({ $score }).
finding-unrelated = { $a } and { $b } have too little in common to be aligned; nothing is forced.
finding-decision_stale = The decision in { $file } line { $entry } fits nothing in the texts: { $reason }.
finding-note_orphan = The note in { $file } line { $entry } has lost its clause: { $reason }.
finding-mapping_lost = The link in { $file } line { $entry } fits no clause: { $reason }.
finding-mapping_stale = The link in { $file } line { $entry } was made for other words: { $reason }. Read both, mend the link, and run `hexapla mapping pin`.
finding-mapping_contradicted = The link in { $file } line { $entry } contradicts another: { $reason }. Remove one of the two.
finding-set_aside_differs = The { aside-kind } differs: { $base } has “{ $old }”, { $target } has “{ $new }”.
finding-set_aside_only = Only { $siglum } has this { aside-kind }: “{ $text }”.
finding-replacement_exception = “{ $old }” stays here; it became “{ $new }” at { $count } of { $total } places.
finding-clause_affected = Its words stay, but what it leans on does not: { $words } ({ $reason }).
finding-reference_stale = The reference { $reference } led to { $before }; it now leads to { $after }.
finding-reference_updated = The reference { $reference } follows { $before }, which is now { $after }.
finding-reference_dangling = The reference { $reference } leads to no clause.
finding-higher_law_repeated = { $number } stands word for word in { $title } { $other }, which ranks higher.

## What readers tell

place-page = page { $number }
place-paragraph = paragraph { $number }
place-line = line { $number }
finding-encoding_recognised = { $file } is in { $encoding }, as its letters show.
finding-encoding_doubtful = The encoding of { $file } was taken to be { $encoding }; it could be { $other } as well.
finding-tracked_changes = Tracked changes were taken as accepted: { $insertions ->
    [one] one insertion
   *[other] { $insertions } insertions
}, { $deletions ->
    [one] one deletion
   *[other] { $deletions } deletions
}.
finding-hidden_text = { $count ->
    [1] One character of hidden text was left out.
   *[other] { $count } characters of hidden text were left out.
}
finding-content_left_out = What holds no text that can be read was left out: { $count } { $what }.
finding-list_format_unknown = List numbers in the format “{ $form }” were written as decimals; the page may show others.
finding-page_lines_left_out = { $count ->
    [1] One line at the head and foot of pages was left out: { $lines }
   *[other] { $count } different lines at the head and foot of pages were left out: { $lines }
}
finding-pages_without_text = { $count ->
    [one] One page of { $pages } holds no text ({ $numbers }): pictures of text are not read.
   *[other] { $count } pages of { $pages } hold no text ({ $numbers }): pictures of text are not read.
}

## History, concordance, downloads

tab-history = History
    .parallel = Text by text
tab-concordance = Numbers
tab-instrument = Amending instrument
instruments = Amending instruments
instrument-title = Amending instrument from { $base } to { $target }
instrument-heading = { $heading }.
instrument-given = The later version was derived by a program from the earlier one and this instrument ({ $file }).
instrument-written = Made by a program from the two texts.
instrument-applied = { $count ->
    [one] The amending instrument, and beside each command the clauses before and after.
   *[other] { $count } amending instruments, and beside each command the clauses before and after.
}
instrument-doubts = Commands that could not be placed
instrument-doubt = Line { $line }:
instrument-not-authentic = It is not authentic.
instrument-compare = Compare both versions
instrument-column = Instrument
instrument-before = Before
instrument-after = After
instrument-back = Back to the command
instrument-none = –
format-instrument = Amending instrument
format-instrument-what = The official wording that makes the later text of the earlier one; made by a program, not authentic.
tab-downloads = Downloads
history-title = History · { $title }
    .parallel = Text by text · { $title }
history-lead = Every clause from version to version: neighbouring versions with the same text stand together, and each text shows what differs from the one before. { $changed ->
    [0] No clause ever changed.
    [one] Of { $count } clauses, one ever changed.
   *[other] Of { $count } clauses, { $changed } ever changed.
}
    .parallel = Every clause from text to text, in the order of the list: neighbouring texts with the same wording stand together, and each shows what differs from the one before. { $changed ->
        [0] No clause differs anywhere.
        [one] Of { $count } clauses, one differs somewhere.
       *[other] Of { $count } clauses, { $changed } differ somewhere.
    }
since-switch = Since when
since-how = The newer the words, the darker. Choose a word to see which version brought it.
since-who = “{ $words }”: brought by { $version }
since-nobody = “{ $words }”: which version brought it is not known; an earlier one is incomplete here
since-all = All of it since { $version }
since-kept = { $passages } unchanged since { $version }
since-oldest = Oldest words since { $version }
since-words = “{ $words }” since { $version }
since-more = { $count } more
since-gap = { "; " }
drafts = What is still open
drafts-why = Text in brackets and options to choose from, in each version. Comments in brackets are no text and are counted apart.
drafts-open = Open
drafts-texts = In brackets
drafts-choices = Choices
drafts-comments = Comments
history-ticks = Marks: { $versions }, each against the version before
    .parallel = Marks: { $versions }, each against the text before
history-lack = This text is incomplete here; its silence is no removal.
key-before = only in the version before
    .parallel = only in the text before
key-after = only in this version
    .parallel = only in this text
fold-never = { $count ->
    [one] One clause that never changed
   *[other] { $count } clauses that never changed
}
    .parallel = { $count ->
        [one] One clause that is the same throughout
       *[other] { $count } clauses that are the same throughout
    }
stage-span = { $first }–{ $last }
stage-same = { $versions } · same
cite-history = { $title }, { $place } ({ $versions }, sha256 { $hashes })
concordance-title = Numbers · { $title }
concordance-lead = One line is one clause, with the number it bears in each version. Numbers in bold colour differ from those of the version before.
    .parallel = One line is one clause, with the number it bears in each text. Numbers in bold colour differ from those of the text before.
number-reused = { $number } is another clause in { $versions }
reused-lead = Behind a number “≠” names the versions in which it is that of another clause.
old-citation = An old citation
cite-none = No version here has “{ $number }”.
cite-now = now { $number }
cite-gone = not in the present version
cite-same = still the same number
resolve-title = Old citations
resolve-lead = A number of an earlier version, and what it is now.
resolve-address = A document, a version and a number can stand in the address:
resolve-unlisted = “{ $document }” is no document here.
resolve-nothing = No document here has several versions.
column-topic = Clause
order-by = in the order of { $version }
download-table = This table as CSV
references = References inside the texts
references-why = Whether a reference such as “Section 8” still leads to the clause that it was written for.
references-followed = { $count ->
    [one] One reference that followed its clause to a new number
   *[other] { $count } references that followed their clauses to new numbers
}
reference-stale = leads elsewhere
reference-dangling = leads nowhere
reference-updated = in order
downloads-title = Downloads · { $title }
downloads-lead = Everything on these pages as files, to keep, to print or to compute with.
downloads-none = There is nothing to download.
downloads-left-out = { $count ->
    [one] One more pair of versions is
   *[other] { $count } more pairs of versions are
} compared on these pages and { $count ->
    [one] has
   *[other] have
} no files here. This command writes one:
downloads-pairs-left-out = Without { $count ->
    [one] one pair
   *[other] { $count } pairs
} of versions: { $files }. This command writes all pairs:
files-document = The whole document
files-comparison = Comparison
files-version = Version
size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

## Formats of downloads, by name

format-json = JSON
format-json-what = all data: clauses, alignment, comparisons and findings, for programs
format-csv = CSV, numbers
format-csv-what = which number each clause bears in each version, for spreadsheets and programs
format-changes = CSV, changes
    .parallel = CSV, differences
format-changes-what = every change of every comparison, a line each, for spreadsheets and programs
    .parallel = every difference of every comparison, a line each, for spreadsheets and programs
format-xlsx = Excel
format-xlsx-what = the table as a workbook
format-docx = Word, comparison table
format-docx-what = the texts side by side with marks, to print or to work on
format-redline = Word, tracked changes
format-redline-what = one text with the differences as tracked changes, to accept or reject
format-mapping = Excel, links between levels
format-mapping-what = every link, every suggestion and every open clause, to fill in and to bring back
format-tei = TEI XML
format-tei-what = a critical apparatus in the notation of scholarly editions
format-akn = Akoma Ntoso XML
format-akn-what = the text in the notation of parliaments and courts
format-atom = Atom
format-atom-what = a feed of new versions, for feed readers
format-pdf = PDF
format-pdf-what = to print
format-bundle = Offline bundle
format-bundle-what = the whole site in one archive, to open from a disk

## How to read a comparison, for a first-time reader

how-to-read-title = How to read a comparison
how-to-read-lead = A comparison answers two questions: what changed, and where. This page explains every word and mark on it.
how-to-read-columns = The two columns
how-to-read-columns-1 = Each column is one version, whole and in its own order: read it from top to bottom and you have read all of that version, each clause once. The left column is the base; all marks are read from left to right.
how-to-read-columns-2 = A clause that moved stands at both places. At the old one a short line points to the new one; at the new one the old words are repeated beside a dotted rule, so that the two can be compared. A repetition always says that it is one.
how-to-read-columns-3 = Runs of unchanged clauses fold to one line, which opens; chapters without a change fold with them, and so do unchanged paragraphs of long clauses.
how-to-read-marks = Marks in the text
how-to-read-sample-1 = Tools are lent for{" "}
how-to-read-sample-2 = three
how-to-read-sample-3 = five
how-to-read-sample-4 = {" "}days.
how-to-read-marks-1 = Words on a hatched orange ground stand in the base only, words on a plain blue ground in the other version only; words without a mark stand in both. The marks do not depend on colour: their grounds differ in shape, in print they stand in small brackets, and screen readers say a short word before each and a bracket after it.
how-to-read-marks-2 = Without the blue words the text is the left version, letter by letter; without the hatched words it is the right one.
how-to-read-marks-3 = How a source breaks its lines is no difference, nor is a space beside Chinese characters.
how-to-read-kinds = Words for changes
how-to-read-kinds-1 = A clause can bear several of these words. They are independent facts: it can be moved and renumbered and reworded.
how-to-read-kinds-2 = Moved and renumbered are not the same. Insert one clause at the beginning, and all that follow are renumbered; none has moved.
how-to-read-kinds-3 = Counts that add up name each clause by the weightiest of these words: “only moved”, “only split or merged”, “form only” and “number only” say that nothing weightier holds. Form only (spaces, width, punctuation, capitals, script) and number only are not counted as changed. “Renumbered” counts every clause with another number, whatever else became of it.
how-to-read-kinds-4 = Routine: all that differs in the clause is said once for the whole text (an expression exchanged throughout, numbers of references, form). It counts as changed. Affected: nobody touched the clause, but a term that it uses or a clause that it cites became another. It counts as unchanged.
how-to-read-kinds-parallel = Where no version is known to be older, or the texts are in different languages, nothing is said to have changed: pages say that clauses differ, and “other wording”, “other place”, “other number”, “one to several” in place of the words above.
how-to-read-word = Word
how-to-read-means = Means
how-to-read-flags = What a rewording is about
how-to-read-flags-1 = Beside a reworded clause stands what the changed words hold. “must → may” says that a word of duty, leave or ban was exchanged for another.
how-to-read-flags-2 = These labels say what kind of words changed, not that the change matters or does not. “Valid” and “invalid” differ in two letters; a comma can change a contract.
how-to-read-lack = Not in this text
how-to-read-lack-1 = A text can be incomplete: a copy that breaks off in mid-sentence, or one whose beginning is lost. Whether it had a clause beyond the break it cannot tell. So such clauses are never called removed; the column is dotted there, and the counts keep them apart.
how-to-read-lack-2 = In the clause in which the text breaks off, only what stands before the break is compared.
how-to-read-pages = The pages
how-to-read-tools = Finding your way
how-to-read-tools-1 = ☰ opens the list of changes, by chapter, with the first words that differ. The counts above a comparison are filters: press one to see only rows of that kind. The narrow strip at the left is the whole document; press a place to go there. Filter and view stand in the address, so a link shows what you saw.
how-to-read-tools-2 = ¶ copies a link to its clause and offers what else one cites with: a citation with title, clause, version and hash, or in another style; the same with the change quoted; BibTeX and CSL-JSON; the row as a table for Word. Every clause of every version has such a link, which survives later renumbering.
how-to-read-tools-3 = “In words” tells the whole comparison in a sentence whose phrases lead to their rows. Select words in a text, and a link leads to all versions that have them, with counts. The switch in the header changes the language of all words but the texts.
how-to-read-key = Key
how-to-read-does = Does
how-to-read-sure = How sure is it?
how-to-read-sure-1 = Which clauses belong together is found by rules, and rules can be wrong. Matches on little evidence and other doubts stand on their rows after ※, and are listed on the overview, under Findings. Check them.
how-to-read-sure-2 = A clause without a match is shown as added or removed. If a rewording goes far enough, a program cannot tell it from a removal together with an addition.
about-kind-same = Both have the clause, in the same words.
about-kind-word = Both have it, in different words; marks show which.
about-kind-add = Only the later version has it, or the earlier one has no more than its number (“repealed”). Where no version is known to be older: “only in” one of them.
about-kind-del = Only the earlier version has it, or the later one has no more than its number (“repealed”). Where no version is known to be older: “only in” one of them.
about-kind-move = It stands in another place relative to its neighbours.
about-kind-renum = Its number is another, mostly because of what was added or removed before it.
about-kind-split = One clause of the base corresponds to several.
about-kind-join = Several clauses of the base correspond to one.
about-kind-regroup = Several correspond to several.
about-kind-lack = One text is incomplete here; whether it had the clause cannot be known.
about-kind-trans = The versions are in different languages: clauses are aligned, words not compared.
about-kind-ref = A reference inside the clause still names the same number, but another clause bears that number now.
about-flag-modality = words of duty, leave or ban, in a larger change
about-flag-period = a length of time: 30 days, two years
about-flag-date = a date
about-flag-money = an amount of money
about-flag-percentage = a percentage or a fraction
about-flag-reference = a reference to another clause or text
about-flag-number = any other count or measure
about-flag-single_character = one letter or character only; often a misprint, not always
about-flag-only-whitespace = nothing but spaces between words or figures differ
about-flag-only-punctuation = nothing but punctuation differs
about-flag-only-width = nothing but full and half width differs
about-flag-only-case = nothing but capitals differ
about-flag-only-script = nothing but traditional and simplified characters differ
about-tab-overview = which versions there are, how alike, how much changed, what to be careful about.
about-tab-read = one version, with marks that say where a clause stands the same, differs, or is missing.
about-tab-compare = two versions side by side.
about-tab-synopsis = all versions in one table, read against one of them.
about-tab-history = each clause from the oldest text to the newest; the way to read many versions, and on a phone.
about-tab-concordance = which number a clause bears in each version, what an old citation means, and whether references still lead where they led.
about-tab-downloads = all of this as files.
about-key-n = next change
about-key-p = previous change
about-key-v = side by side, or one column
about-key-search = search
about-key-help = lists the keys, and turns them off

## How it works

how-it-works-title = How it works
how-it-works-lead = Comparisons are made by a program that follows fixed rules. The same files give the same result on every machine; no network and no language model takes part.
how-it-works-steps = Five steps
how-it-works-steps-1 = An editor can say that clauses belong together, or that they do not. Such decisions are told on the page.
how-it-works-limits = Limits
how-it-works-claims = What is not claimed
how-it-works-proof = How to check
how-it-works-proof-1 = Every character of a source stands in exactly one clause or among the text set aside; there is no third place. Text set aside is listed at the end of the reading page. Nothing of it is lost; titles, notes and signatures are compared apart from the clauses.
how-it-works-proof-2 = Every version bears the SHA-256 hash of its file. A citation with the hash proves later which file was cited.
step-read = Read.
step-segment = Segment.
step-align = Align.
step-compare = Compare.
step-publish = Publish.
about-step-read = The file is decoded to characters, and nothing is changed after that.
about-step-segment = Versions are found, then clauses by their numbers. What only looks like a number is told apart by its place and by the sequence.
about-step-align = Clauses that belong together are found by their wording, their place and their references. An equal number counts for almost nothing, since a revision renumbers half of them.
about-step-compare = Clauses that belong together are compared word by word; figures, dates, amounts and references are kept whole.
about-step-publish = All pages and files are written from one table, so they cannot contradict each other.
limit-meaning = Words are compared, not meaning. Two clauses that say the same in other words are not matched; two that use the same words for different things may be.
limit-rewording = There is no sharp line between a heavy rewording and a removal with an addition beside it. The program draws one, perhaps elsewhere than you would.
limit-small = A clause of a few words gives little evidence and depends on its neighbours.
limit-twins = Clauses that are nearly alike, such as a row of penalties, can be matched crosswise.
limit-numbers = Numbers inside quoted wording can be taken for clauses. Numbers damaged by scanning are read from the sequence where possible, and reported; some may be missed.
limit-noise = A stray piece in mid-sentence cannot be told from the text by looking at one version. A comparison shows it as a difference.
limit-parts = Pictures, footnotes and endnotes are not compared; tables are treated as text.
claim-valid = It is not said which version is right, valid or in force.
claim-weight = It is not said that a change matters, or that it does not.
claim-copying = Likeness is no proof of copying, and says nothing of its direction.
claim-silence = What is not in an incomplete text was not therefore removed.
claim-judgement = A match is a judgement by rules. It carries its reason; if much depends on it, check it.
claim-advice = This is not legal advice.

## Words of the script

script-copied = Link copied
script-copied-hash = Copied
script-cite = Cite: %p
script-cite-plain = Copy citation
script-cite-quoted = Copy citation with the change
    .parallel = Copy citation with the difference
script-cite-table = Copy as a table, for Word
script-cite-style = Style
script-cite-style-plain = with hash
script-quoted = %c (%q)
script-shown = Rows shown: { $count }
script-position = { $at } of { $of }
script-follow = Follow “{ $text }” through all versions
script-permalink = Copy the link, cite

## Phrases that findings hold as values; a phrase's name is its English words

phrase-the-text-is-the-beginning-of = the text is the beginning of { $rest }
phrase-the-beginning = the beginning
phrase-version = version { $rest }
phrase-there-is-no-reader-for-it-only-for = there is no reader for it, only for { $rest }
phrase-it-is-no-file-that-can-be-read = it is no file that can be read
phrase-it-ends-with-a-comma-or-an-opening-sign = it ends with a comma or an opening sign
phrase-it-announces-a-list-that-does-not-follow = it announces a list that does not follow
phrase-it-announces-more-items-than-there-are = it announces more items than there are
phrase-its-last-word-is-broken-off = its last word is broken off
phrase-it-ends-with-a-word-that-leads-on = it ends with a word that leads on
phrase-a-bracket-or-a-quotation-is-not-closed = a bracket or a quotation is not closed
phrase-it-begins-in-mid-sentence = it begins in mid-sentence
phrase-the-first-number-is-not-a-first-number = the first number is not a first number
phrase-as-the-editor-says = as the editor says
phrase-every-version-is-dated = every version is dated
phrase-the-heads-of-their-columns-say-which-is-older = the heads of their columns say which is older
phrase-not-every-version-is-dated = not every version is dated
phrase-two-versions-bear-the-same-date = two versions bear the same date: { $rest }
phrase-two-dates-are-not-exact-enough = two dates are not exact enough: { $rest }
phrase-the-editor = the editor
phrase-the-title-that-the-versions-share = the title that the versions share
phrase-the-file-name = the file name
phrase-the-text-has-no-title = the text has no title
phrase-another-command-for-this-clause-is-in-doubt = another command for this clause is in doubt
phrase-the-words-do-not-stand-in-the-text = the words do not stand in the text
phrase-two-commands-exchange-the-same-words = two commands exchange the same words
phrase-the-result-is-not-what-the-instrument-restates = the result is not what the instrument restates
phrase-numbers-stand-twice-in-the-text-it-cannot-be-numbered-in-order = numbers stand twice in the text: it cannot be numbered in order
phrase-the-quotation-is-empty = the quotation is empty
phrase-these-words-stand-there-already = these words stand there already
phrase-these-words-stand-in-the-text-already = these words stand in the text already
phrase-it-does-not-say-where = it does not say where
phrase-its-new-number-is-none = its new number is none
phrase-it-cannot-stand-beside-itself = it cannot stand beside itself
phrase-it-cannot-be-carried-out = it cannot be carried out
phrase-it-names-no-place = it names no place
phrase-the-instrument-amends-other-texts-not-this-one = the instrument amends other texts, not this one
phrase-it-was-not-understood = it was not understood
phrase-it-names-no-passage = it names no passage
phrase-it-does-not-say-into-which-list-of-items = it does not say into which list of items
phrase-it-restates-passages-of-several-clauses-at-once = it restates passages of several clauses at once
phrase-the-old-and-the-new-numbers-are-not-as-many = the old and the new numbers are not as many
phrase-two-passages-get-one-number = two passages get one number
phrase-it-names-no-division = it names no division
phrase-there-are-no-words-before-the-items = there are no words before the items
phrase-it-puts-an-article-into-one = it puts an article into one
phrase-a-division-of-this-name-stands-in-the-text-already = a division of this name stands in the text already
phrase-it-merges-one-place-alone = it merges one place alone
phrase-none-of-the-merged-clauses-is-a-whole-article = none of the merged clauses is a whole article
phrase-the-instrument-was-applied-before = the instrument was applied before
phrase-the-text-is-the-one-to-which-the-instrument-leads-it-was-applied-before = the text is the one to which the instrument leads: it was applied before
phrase-something-that-changes-has-no-name-in-this-language = something that changes has no name in this language
phrase-what-comes-out-is-not-the-target = what comes out is not the target
phrase-no-place = there is no { $name } in the text
phrase-no-place-in = there is no { $name } in { $place }
phrase-no-place-here = there is no { $name } in this place
phrase-no-sentence = there is no { $name }
phrase-many-places = { $name } stands { $number } times in the text
phrase-many-places-in = { $name } stands { $number } times in { $place }: in which paragraph?
phrase-place-taken = { $name } stands in the text already
phrase-no-heading = { $place } has no heading
phrase-words-absent = “{ $words }” does not stand there
phrase-words-often = “{ $words }” stands there { $number } times
phrase-words-other = “{ $words }” is not what stands there
phrase-words-in-clauses = the words stand in { $number } clauses
phrase-articles-against-numbers = { $pieces } articles stand against { $labels } numbers
phrase-quotations-against = { $olds } quotations stand against { $news }
phrase-begins-with-number = the new words begin with { $number }
phrase-no-new-number = the number { $number } cannot be written anew
phrase-applied-before = the words of most commands, as of line { $line }, stand in the text already: it was applied before

## Tools of the comparison and the synopsis

swap = swap sides
picture = Picture of the alignment
picture-band-same = { $count } unchanged from { $first }
    .parallel = { $count } the same from { $first }
picture-band-renum = { $count } unchanged but for their numbers from { $first }
    .parallel = { $count } the same but for their numbers from { $first }
picture-moved = { $count } moved: { $names }.
    .parallel = { $count } in another place: { $names }.
picture-split = { $count } split: { $names }.
    .parallel = { $count } that are several on the right: { $names }.
picture-joined = { $count } merged: { $names }.
    .parallel = { $count } that are several on the left: { $names }.
picture-plain = All clauses keep their order; none was split or merged.
    .parallel = All clauses stand in the same order, one to one.
tool-ignore-form = ignore punctuation and form
tool-view = View
tool-side-by-side = side by side
tool-one-column = one column
tool-previous = previous change
    .parallel = previous difference
tool-next = next change
    .parallel = next difference
tool-keys = keys
tool-keys-on = single keys work on this site
tool-close = close
tool-open-same = show cells that are as the base
key-next = next change
    .parallel = next difference
key-previous = previous change
    .parallel = previous difference
key-view = side by side or one column
key-search = search
key-help = this list
script-printed = printed from %u
script-filtered = Rows printed: { $count } ({ $kind }); left out: { $left }.
tool-only-differ = only rows that differ
script-same = rows that are the same ({ $count })
script-columns = Left out: { $versions }.
script-unmarked = Differences of form are not marked.

## Files to download

export-table = { $title } · { $kind }
export-table-chronological = Comparison table
export-table-parallel = Parallel texts
export-legend-chronological = Bold on a green ground: words added. { $opening }Brackets{ $closing } on a red ground: words removed.
export-legend-parallel = Bold on a green ground: words that only this text has. { $opening }Brackets{ $closing } on a red ground: words that only the other text has.
export-notes = Notes
profile-number = No.
profile-base = Before
profile-target = After
profile-versions = Version
profile-change = Change
profile-notes = What changed
profile-reasons = Reasons
profile-remarks = Remarks
export-remarks = Remarks
export-replacements = Exchanged throughout
replacement-base = From
replacement-target = To
replacement-old = Expression
replacement-new = Replaced by
replacement-count = Times
replacement-kept = Kept
replacement-kept-in = Kept in
export-note = { $version }: { $note }
export-redline = Changes from { $base } to { $target }.
    .parallel = Differences between { $base } and { $target }: what only the first has is tracked as a deletion, what only the second has as an insertion.
export-broken = { $version } is not complete: what it lacks is marked as if it were removed or added.
    .parallel = { $version } is not complete: what it lacks is marked as if only the other text had it.
export-remark-away = { $kind ->
    [split] Split: now { $after } in { $version }.
    [merged] Merged: now in { $after } of { $version }.
    [regrouped] Regrouped: now { $after } in { $version }.
   *[moved] Moved: now { $after } in { $version }.
}
    .parallel = { $kind ->
        [split] One to several: { $after } in { $version }.
        [merged] Several to one: in { $after } of { $version }.
        [regrouped] Several to several: { $after } in { $version }.
       *[moved] Other place: { $after } in { $version }.
    }
export-remark-come = { $kind ->
    [split] Split: a part of what was { $before } in { $version }.
    [merged] Merged: was { $before } in { $version }.
    [regrouped] Regrouped: was { $before } in { $version }.
   *[moved] Moved: was { $before } in { $version }.
}
    .parallel = { $kind ->
        [split] One to several: a part of what is { $before } in { $version }.
        [merged] Several to one: { $before } in { $version }.
        [regrouped] Several to several: { $before } in { $version }.
       *[moved] Other place: { $before } in { $version }.
    }
export-remark-here = { $kind ->
    [split] Split: { $before } is now { $after }.
    [merged] Merged: { $before } are now { $after }.
   *[regrouped] Regrouped: { $before } are now { $after }.
}
    .parallel = { $kind ->
        [split] One to several: { $before } on the one side, { $after } on the other.
        [merged] Several to one: { $before } on the one side, { $after } on the other.
       *[regrouped] Several to several: { $before } on the one side, { $after } on the other.
    }
export-concordance = Concordance
export-passages = Paragraphs and items
export-passage = Paragraph or item
export-row = Row
export-number = No. in { $version }
export-text = { $version }
export-continued = continued
export-feed = Changes
export-feed-entry = { $title }: { $base } → { $target }
export-feed-summary = { $changed ->
    [one] One of { $rows } rows differs
   *[other] { $changed } of { $rows } rows differ
} between { $base } and { $target }{ $form ->
    [0] { "" }
    [one] , one more in form only
   *[other] , { $form } more in form only
}{ $outside ->
    [0] { "" }
    [one] ; outside the clauses one text differs
   *[other] ; outside the clauses { $outside } texts differ
}.

## Search

search-title = Search
search-eyebrow = All texts, all versions
search-words = Words to find
search-box = Search all versions
search-go = Search
search-how = Finds every place, letter by letter. Several words: all of them in one clause. “…”: a phrase. A clause by its number: Section 5, § 5, 第42条; as it was once cited: Section 5 (2012), 第42条@2015.
search-noscript = Searching needs JavaScript. Without it every text can be reached from the list of documents, and your browser’s own “find in page” works on every page.
search-home = To the documents
search-all = { $count ->
    [one] The one clause
   *[other] All { $count } clauses
}
search-so-far = { $count ->
    [one] 1 clause so far …
   *[other] { $count } clauses so far …
}
search-none = Nothing found.
search-searching = Searching …
search-found = { $count ->
    [one] 1 clause. Nothing is left out; versions with the same wording are shown as one.
   *[other] { $count } clauses, different wordings: { $passages }. Nothing is left out; versions with the same wording are shown as one.
}
search-part = Searching … { $count } %
search-lost = { $count ->
    [one] 1 part of the index could not be loaded: this list is not complete.
   *[other] { $count } parts of the index could not be loaded: this list is not complete.
}
search-more = { $count } more
search-filters = Filters
search-as-same = Treat as the same
search-script = simplified and traditional
search-punct = with and without punctuation and spaces
search-document = Document
search-version = Version
search-place = Place of the hit
search-place-any = anywhere
search-place-add = in words that were added
search-place-del = in words later removed
search-place-diff = in words that differ
search-kind = What happened to the clause
search-kind-word = reworded
search-kind-punct = form only
search-kind-add = added
search-kind-del = removed later
search-kind-only = only in one text
search-kind-move = moved
search-kind-renum = renumbered
search-kind-split = split
search-kind-join = merged
search-kind-regroup = regrouped
search-in-add = in added words
search-in-del = in words later removed
search-in-diff = in words that differ
search-by-number = by its number
search-pages = Pages about the site
search-course = How often, in each version of
search-times = Times
search-clauses = Clauses
search-unnumbered = unnumbered
files-site = The whole site

## Why two clauses are linked, or are not

explain-linked = { $a } and { $b } are linked.
explain-not-linked = { $a } and { $b } are not linked.
explain-part = asked for { $clause }, which is a part of it
explain-link = Score { $score }, { $confidence }.
explain-confidence-strong = strong
explain-confidence-check = to be checked
explain-confidence-weak = weak
explain-decision = An editor’s decision about this row: { $reason }
explain-through = They stand in one row all the same ({ $row }), by other links: { $way }.
explain-silent = Version { $version } is not whole and silent where { $clause } would stand; that proves nothing.
explain-reason-declared = An editor’s decision puts them together.
explain-reason-equal = Anchor: their texts are equal, and stand once in each version.
explain-reason-lookalike = Anchor: their texts are equal but for characters that scanning confuses, and stand once in each version.
explain-reason-between = Equal texts that repeat: between two other links there are as many here as there, so they are linked in order.
explain-reason-repeat = Equal texts that repeat: they are linked by number, then in order.
explain-reason-round = Matched in round { $number }: each is the other’s best partner.
explain-reason-part = Attached as a part of a split or a merge: enough of one is found in the other and not in its partners.
explain-reason-attach = Attached as a part of a split or a merge: one had no partner, and joins its best counterpart.
explain-reason-sentence = A whole sentence moved from one to the other, word by word.
explain-reason-prominent = Of all clauses these two have most in common, however little that is.
explain-reason-gap = Between two links these and their neighbours fit together best in order.
explain-reason-place = Both stand alone at the same place and have something in common.
explain-reason-heading = The text of the heading moved to the clauses below it, or came from there.
explain-reason-repealed = One was taken out and only its number is left: they are linked by number.
explain-reason-phrase = They share a whole rare phrase, in texts that borrow from each other.
explain-reason-structure = The versions are in different languages: numbers, figures, lengths and places agree.
explain-reason-apart = An editor’s decision keeps them apart, or says with what one of them belongs together.
explain-reason-equal-elsewhere = One of them is linked with an equal text: { $rival }.
explain-reason-rival = Another pair is better, or as good: { $rival }.
explain-reason-order = A heavier chain of links runs past them: the versions are in different languages, and links keep the order.
explain-reason-below = No threshold is reached.
explain-reason-no-candidate = They have too little in common to be weighed.
explain-reason-incomplete = Version { $version } is not whole and silent where { $clause } would stand; that proves nothing.
explain-reason-unrelated = The versions have too little in common for a link as weak as this.
explain-reason-yielded = They were linked as a guess, which gives way to links of other versions.
explain-item-others = Links of either with other parts: { $links }
explain-item-reason-equal = What stands there is equal on both sides of the row.
explain-item-reason-form = The versions are in different languages: their row has one form on both sides.
explain-item-reason-prominent = Within one row, of all pairs of either part this one stands out.
explain-item-reason-holds = Within one row, one holds what other links of the other do not explain.
explain-item-reason-moved = The part went to another row: it stands out by itself and leads all rivals.
explain-item-reason-elsewhere = One of them is linked with another part.
explain-item-reason-rival = Another pair is more prominent, or as much so.
explain-item-reason-kind = One of them alone says what follows upon a breach, or is a title.
explain-item-reason-below = No threshold is reached.
explain-item-reason-unweighed = They were not weighed: what stands above them is not linked, or they share no rare words.
explain-step = { $stage }: { $outcome }
explain-elsewhere = { $stage }: linked instead: { $rival }
explain-outcome-linked = linked
explain-outcome-not-linked = not linked
explain-outcome-dropped = given up
explain-outcome-settled = settles this
explain-stage-decision = Decision
explain-stage-equal = Equal texts
explain-stage-lookalike = Equal but for look-alikes
explain-stage-between = Equal texts in order
explain-stage-structure = Structure
explain-stage-candidate = Candidates
explain-stage-round = Round { $number }
explain-stage-part = Splits and merges
explain-stage-attach = Lone clauses
explain-stage-repeat = Repeated texts
explain-stage-relation = Versions of one text?
explain-stage-sentence = Sentences that moved
explain-stage-prominent = Pairs that stand out
explain-stage-gap = In order between two links
explain-stage-place = Same place
explain-stage-heading = Headings
explain-stage-repealed = Numbers without text
explain-stage-phrase = Shared phrases
explain-stage-item = Paragraphs and items
explain-value-likeness = likeness
explain-value-neighbours = neighbours
explain-value-division = headings above
explain-value-references = cross-references
explain-value-roles = what they are for
explain-value-title = one title
explain-value-order = share of clauses whose counterparts stand in order
explain-value-prominence = prominence
explain-value-role-factor = factor of what they are for
explain-value-gap = pairs between the same two links
explain-measure = { $name } { $value }
explain-value-fresh = prominence of what no partner holds
explain-value-best = share of the best likeness of both
explain-value-same-number = same number
explain-value-score = score
explain-value-margin = lead over rivals
explain-value-common = share of the smaller text in linked clauses
explain-value-share = share of the text
explain-value-mass = weight of what is shared
explain-value-news = share that no partner holds
explain-value-row-factor = factor of one row
explain-value-kind = of one kind, no title
explain-check = { $name } { $value }, needed { $least }: { $holds ->
    [yes] enough
   *[no] too little
}
explain-crossing = the link would break the order of the others
explain-rivals = rivals: { $rivals }

## Notes on clauses

notes-sheet = Notes
notes-clause = Clause
notes-number = Number
notes-words = Words
notes-kind = Kind
notes-note = Note
notes-author = Author
notes-date = Date
note-line = { $kind }: { $text }
note-signed = {" "}({ $who })
notes-kind-name = { $kind ->
    [reason] reason
    [review] review
   *[comment] comment
}

## Texts of different ranks

tab-levels = Levels
lead-levels = { $count } texts of different ranks, the highest first.
mapping-sheet = Links
mapping-from = From
mapping-from-number = From: number
mapping-from-text = From: words
mapping-relation = Relation
mapping-to = To
mapping-to-number = To: number
mapping-to-text = To: words
mapping-reason = Reason
mapping-state = State
mapping-from-digest = From: digest
mapping-to-digest = To: digest
mapping-relation-name = { $relation ->
    [equal] equal
    [equivalent] equivalent
    [subset] subset
    [superset] superset
    [intersects] intersects
    [supports] supports
   *[none] none
}
levels-relation = { $relation ->
    [equal] equal to
    [equivalent] equivalent to
    [subset] part of
    [superset] contains
    [intersects] overlaps with
    [supports] supports
    [supported] supported by
   *[none] nothing in common with
}
levels-of = { $title }: led by { $version }
levels-lead = { $count ->
    [one] One link between the levels.
   *[other] { $count } links between the levels.
} Each stands in mapping.yml and was made by an editor; nothing here was linked by a program.
levels-lead-suggested = { $count ->
    [one] One suggestion by the program waits
   *[other] { $count } suggestions by the program wait
} for an editor; no count includes any.
levels-choose = Which text leads
levels-covered = How much is answered
levels-covered-why = For every numbered clause of the text that leads: linked, said to have no counterpart, or open, because nobody has said anything yet.
levels-linked = linked
levels-absent = no counterpart
levels-open = open
levels-share = { $linked } of { $all } linked; { $absent } without counterpart, { $open } open
levels-rows = Clause by clause
levels-matrix-link = Coverage matrix
levels-matrix = Coverage matrix
levels-matrix-title = { $title }: coverage matrix
levels-matrix-why = A line for each clause of the higher text, a column for each of the lower one. A sign leads to the link.
levels-matrix-large = This matrix would have { $count } cells. Clauses without a link are left out of it.
levels-matrix-cell = { $near } { $relation } { $far }
levels-none-in = No counterpart in { $version }
levels-nothing = Nobody has said yet whether there is a counterpart.
levels-suggestion = Suggested
levels-suggestion-why = a program found this; no editor has confirmed it
levels-suggested-citation = one cites the other
levels-suggested-wording = much the same words
levels-suggested-topic = perhaps the same matter
levels-suggested-meaning = near in meaning
levels-moved = the words have moved since the link was made
levels-reworded = the words have changed since the link was made
levels-lost = the clause is not there

## Clauses that stand in several documents

tab-reuse = Also elsewhere
reuse-of = Also elsewhere: { $title }
reuse-lead = { $count ->
    [0] No clause of this document stands in another one.
    [one] One of { $all } clauses stands in another document too.
   *[other] { $count } of { $all } clauses stand in other documents too.
}
reuse-no-proof = Words alone do not tell who had them first from whom; both may have a common source.
reuse-strip = Clause by clause
reuse-strip-why = A cell for each clause, in the colour of the document that has most of it. A click leads to both side by side.
reuse-cell = { $clause }: stands also in { $title }
reuse-cell-none = { $clause }: only here
reuse-another = another document
reuse-formula = a formula that many documents have
reuse-nowhere = only here
reuse-shared = Side by side
reuse-shared-why = At the left the clause of this document, at the right the one elsewhere that has most of it. Marked is what only one of both has.
reuse-same-words = The same words.
reuse-also = Stands also in
reuse-also-formula = A formula; stands also in
reuse-also-count = { $count ->
    [one] Also in one document
   *[other] Also in { $count } documents
}
reuse-more = { $count ->
    [one] one more document
   *[other] { $count } more documents
}
reuse-more-clauses = { $count ->
    [one] One more clause is not shown.
   *[other] { $count } more clauses are not shown.
}
reuse-wordings = all wordings
reuse-everything = All documents: who shares how much
reuse-families = Clauses that this document has first, with all wordings
reuse-families-of = All wordings: { $title }
reuse-families-lead = { $count ->
    [one] One clause that stands in other documents too stands here at the head, by rank or date.
   *[other] { $count } clauses that stand in other documents too stand here at the head, by rank or date.
}
reuse-family-of = { $count ->
    [one] In one document.
   *[other] In { $count } documents.
}
reuse-formula-of = { $count ->
    [one] A formula of one document.
   *[other] A formula of { $count } documents.
}
reuse-unordered = Neither rank nor date tells which wording was first.
reuse-first = First
reuse-alike = { $value } % alike
reuse-all-title = Clauses in several documents
reuse-all-lead = { $count ->
    [0] No document shares words with another one.
    [one] One of { $all } documents shares words with others.
   *[other] { $count } of { $all } documents share words with others.
}
reuse-lines = Documents
reuse-lines-why = Which share of each document (of its latest version, formulae aside) stands in others. Neighbours share much.
reuse-in = in { $title }
reuse-left-out = { $count ->
    [one] One document that shares less is not shown; { $command } lists all.
   *[other] { $count } documents that share less are not shown; { $command } lists all.
}
reuse-table = Shares both ways
reuse-matrix = Shares both ways
reuse-matrix-why = Each line tells how much of its document stands in those of the columns, in percent. Read down a column, it tells how much of the others stands in this one.
reuse-as-list = The list above says the largest shares in words.
reuse-from = from { $percent } %
reuse-cells-left = { $count ->
    [one] One smaller share is not drawn.
   *[other] { $count } smaller shares are not drawn.
}
reuse-network = Network
reuse-network-why = Documents of which a twentieth or more stands in the other are joined; the more, the thicker. Of each the three largest shares are drawn.
reuse-network-list = The same as a list
reuse-pair = { $one } and { $other }: { $there } % of the first, { $back } % of the second
reuse-models = Common texts
reuse-models-why = The clauses that more than half of a group of documents hold, in their usual order and commonest words. Nobody need have written this text.
reuse-model = { $clauses ->
    [one] One clause
   *[other] { $clauses } clauses
} common to most of { $documents } documents.
reuse-model-title = Common text { $number }
reuse-model-file = As a text to compare others with
reuse-held = in { $count } of { $all }
reuse-words-of = in the words of
reuse-formulae = Formulae
reuse-formulae-why = What so many documents have that it says nothing of whom a text was taken from. It counts in no share.
shared-sentence = { $counts }.
shared-separator = { "; " }
shared-count = { $count ->
    [one] one of { $all } clauses of { $version } stands in { $other }
   *[other] { $count } of { $all } clauses of { $version } stand in { $other }
}
shared-nothing = { $version } shares nothing
search-shared = Other documents
search-shared-any = anywhere
search-shared-only = only here
search-shared-also = also elsewhere
reuse-sheets = Pages of this list

## Our own page frame

frame-language = English
frame-skip = Skip to the content
frame-menu = Navigation
frame-close = Close
frame-sections = Sections
frame-contents = On this page
frame-languages = This page in other languages
frame-turn = Neighbouring pages
frame-before = Before
frame-after = Next
frame-auto = Colours: as the system has them
frame-light = Colours: light
frame-dark = Colours: dark
frame-made = { $count ->
    [one] Made by { $program } from one document.
   *[other] Made by { $program } from { $count } documents.
}
frame-provenance = Sources and checksums

## What the command prints

cli-versions = { $count ->
    [one] 1 version
   *[other] { $count } versions
}
cli-versions-of = { $found } of { $promised } versions
cli-characters = { $count ->
    [one] 1 character
   *[other] { $count } characters
}
cli-clauses = { $count ->
    [one] 1 clause
   *[other] { $count } clauses
}
cli-numbered = { $count ->
    [one] 1 numbered clause
   *[other] { $count } numbered clauses
}
cli-main = { $count ->
    [one] 1 of them a main clause
   *[other] { $count } of them main clauses
}
cli-list = { $first }, { $rest }
cli-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
cli-same = { $count } { $word }
cli-outside-texts = { $count ->
    [one] outside the clauses 1 text differs
   *[other] outside the clauses { $count } texts differ
}
cli-outside = outside the clauses
cli-throughout = throughout: { $exchange }, { $count ->
    [one] 1 time
   *[other] { $count } times
}
cli-throughout-but = throughout: { $exchange }, { $count ->
    [one] 1 time
   *[other] { $count } times
}; not in { $kept }
cli-part = { $path } part { $part }
cli-page = page { $number }
cli-paragraph = paragraph { $number }
cli-line = line { $number }
cli-whole = whole
cli-cut_off = cut off
cli-fragment = fragment
cli-chronological = chronological
cli-parallel = parallel
cli-levels = levels
cli-note = note
cli-warning = warning
cli-error = error
cli-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
cli-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
cli-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
cli-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
cli-remarks = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
cli-built = { $pages } pages in { $folder } ({ $files } files, { $octets })
cli-written = Written: { $path }
cli-yes = yes
cli-no = no
cli-missing = MISSING: { $serves }. Install: { $remedy }
cli-absent = optional, not here: { $serves }. Install: { $remedy }
cli-doctor-whole = Everything that is needed is here. What is optional may be missing: hexapla does the rest without it.
