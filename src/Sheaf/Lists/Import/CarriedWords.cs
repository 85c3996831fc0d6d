using Sheaf.Text;

namespace Sheaf.Lists.Import;

/// <summary>
/// What an entry of a stranger's text says in the order of Sheaf's own line: a reference, then star, tags, and a note behind a dash. What
/// stands behind the title of a link is the list's description of the paper, unless a star or a tag shows whose words they are.
/// </summary>
internal static class CarriedWords
{
    /// <summary>The words of an entry; <see cref="LineWords.None"/> where it has another order.</summary>
    public static LineWords Of(PlaceInLine place)
    {
        var isCanonical = place.Entry is { IsMention: false, IsRow: false } && place.Before.AsSpan().IndexOfAnyExcept(ReferenceMark.Wrapping) < 0
            && EntryTail.IsCanonical(place.After[EntryTail.ClosingEmphasis(place.Before, place.After)..]);
        if (!isCanonical)
        {
            return LineWords.None;
        }

        var tail = EntryTail.Read(place.Before, place.After);
        var isLink = place.Mark.Start < place.Content.Length && place.Content[place.Mark.Start] == '[';
        var isOwn = tail.Note is not null && (!isLink || tail.Starred || tail.Tags.Count > 0);
        return new(tail.Starred, tail.Tags, isOwn ? OnOneLine(place.Entry.Note) : null);
    }

    private static string? OnOneLine(string? note) =>
        string.Join(' ', SafeText.OneLine(note ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : null;
}
