using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Styles;

/// <summary>The style <c>roundup</c>: one line a paper, newest first, the editor's words below it.</summary>
internal sealed class RoundupStyle(int namesShown) : DraftStyle(namesShown)
{
    public override string Render(Draft draft) => DraftLayout.Render(draft, entries => entries.SelectMany(entry => Listed(entry, draft)));

    private IEnumerable<string> Listed(DraftEntry entry, Draft draft)
    {
        yield return $"* {EntryText.Heading(entry, draft.Month, NamesShown)}, {entry.Link}";
        if (EntryText.WordsInList(entry, draft) is { } words)
        {
            yield return EntryText.Indented(words);
        }
    }
}
