using Sheaf.Desk.Pages;

namespace Sheaf.Desk;

/// <summary>The keys, as the page of them shows; the script has the same ones.</summary>
internal static class DeskKeys
{
    public static IReadOnlyList<KeyGroup> All { get; } =
    [
        new("Everywhere",
        [
            new("keys", "?", "This page"), new("jump", "/", "Go to a month, a page or a paper, or have something done"),
            new("undo", "z", "Take the last decision back"),
            new("redo", "Z", "Make it again"), new("month-before", "[", "The month before"), new("month-after", "]", "The month after"),
            new("back", "q", "Back"), new("go", "g", "then m month, s suggestions, l list, d draft, c check, r runs", IsFixed: true),
            new("leave", "Escape", "Leave a field", IsFixed: true),
        ]),
        new("Suggestions, search and the page of a paper",
        [
            new("next", "j n ArrowDown", "Next paper"), new("previous", "k ArrowUp", "Paper before"), new("take", "a", "Take"),
            new("star", "s", "Take with a star, to be treated in depth"), new("refuse", "r", "Refuse"),
            new("refuse-because", "R", "Refuse with a reason, 1 to 9"), new("later", "l", "Later"), new("reset", "0", "Undecided again"),
            new("open", "o Enter", "Open or close"), new("words", "e", "Write a note"), new("tags", "t", "Tags"),
            new("arxiv", "v", "The paper at arXiv"), new("pdf", "p", "Its PDF"), new("why", "y", "Why it is suggested"),
            new("above", "X", "Refuse all undecided papers above"),
        ]),
        new("List",
        [
            new("section", "m", "Its section; j, k, s, e and t do the same as on suggestions"), new("remove", "#", "Remove"),
            new("keep", "Ctrl+Enter", "Keep what was written", IsFixed: true),
        ]),
        new("Draft",
        [
            new("place", "j", "Next place left to write, k the one before, e writes there", IsFixed: true),
            new("save", "Ctrl+Enter", "Save at once", IsFixed: true),
            new("move", "Alt+ArrowUp", "Move the block of the order that has the focus; Alt+ArrowDown the other way", IsFixed: true),
        ]),
        new("Check",
        [
            new("fix", "f", "Mend, or keep the sentence; j, k and o do the same as on suggestions"),
        ]),
    ];
}
