using System.Text.RegularExpressions;

namespace Sheaf.Lists;

/// <summary>What the editor says of a paper on the rest of its line, after the reference: star, tags, note.</summary>
/// <param name="Starred">Whether a <c>★</c> or a single <c>*</c> stands before the note.</param>
/// <param name="Tags">Those before the note, as spelled.</param>
/// <param name="Note">The text after the first dash between blanks; empty where a dash ends the line; null where there is no dash.</param>
internal sealed partial record EntryTail(bool Starred, IReadOnlyList<string> Tags, string? Note)
{
    /// <param name="before">The text before the reference: emphasis that it opened is closed, not starred.</param>
    /// <param name="after">The text after the reference.</param>
    public static EntryTail Read(string before, string after)
    {
        var rest = after[ClosingEmphasis(before, after)..];
        var dash = Dash().Match(rest);
        var words = (dash.Success ? rest[..dash.Index] : rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(
            words.Any(IsStar),
            [.. words.Select(Tag.Read).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            dash.Success ? rest[(dash.Index + dash.Length)..].Trim() : null);
    }

    /// <summary>As <see cref="Read"/>, over the rest of a table row: the first note counts, and stars and tags of all cells.</summary>
    public static EntryTail ReadCells(string before, IEnumerable<string> cells)
    {
        var tails = cells.Select((cell, at) => at == 0 ? Read(before, cell) : Read("", $" {cell}")).ToList();
        var note = tails.Find(tail => tail.Note is { Length: > 0 })?.Note;
        return new(
            tails.Exists(tail => tail.Starred), [.. tails.SelectMany(tail => tail.Tags).Distinct(StringComparer.OrdinalIgnoreCase)], note);
    }

    /// <summary>Whether an entry says nothing but what the canonical line has: star, tags, note.</summary>
    public static bool IsCanonical(string after) =>
        Dash().Match(after) is var dash
        && (dash.Success ? after[..dash.Index] : after)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => IsStar(word) || Tag.Read(word) is not null || word.AsSpan().IndexOfAnyExcept(",;.") < 0);

    private static bool IsStar(string word) => word == "*" || word.AsSpan().IndexOfAny('★', '⭐') >= 0;

    /// <summary>Where the dash before the note begins, with the blank before it; -1 where there is none.</summary>
    internal static int IndexOfDash(string after) => Dash().Match(after) is { Success: true } dash ? dash.Index : -1;

    /// <summary>How much of the text after a reference closes the emphasis that was opened before it.</summary>
    internal static int ClosingEmphasis(string before, string after)
    {
        var length = after.AsSpan().IndexOfAnyExcept('*', '_');
        length = length < 0 ? after.Length : length;
        return length > 0 && before.Contains(after[..length], StringComparison.Ordinal) ? length : 0;
    }

    [GeneratedRegex(@"\s[—–-](\s|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Dash();
}
