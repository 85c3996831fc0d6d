using System.Globalization;
using Sheaf.Lists;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>One entry of a curated list, as <c>export entries</c> writes it.</summary>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Id">The canonical identifier; null when the reference names no paper.</param>
/// <param name="Version">The version named; null when none was.</param>
/// <param name="Raw">The reference as written.</param>
/// <param name="Problem">Why it names no paper; null when it does.</param>
/// <param name="ClaimedTitle">The title the list claims, if it does.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>.</param>
/// <param name="Note">The editor's.</param>
/// <param name="Section">The heading it stands under, if any.</param>
/// <param name="Mention">Found in running prose, not an item.</param>
internal sealed record EntryJson(
    string List, int Line, string? Id, int? Version, string Raw, string? Problem, string? ClaimedTitle, bool Starred,
    IReadOnlyList<string> Tags, string? Note, string? Section, bool Mention)
{
    internal static string CsvHeader { get; } =
        Text.Csv.Row(["list", "line", "id", "version", "raw", "problem", "claimedTitle", "starred", "tags", "note", "section", "mention"]);

    internal string Csv => Text.Csv.Row(
    [
        List, Line.ToString(CultureInfo.InvariantCulture), Id, Version?.ToString(CultureInfo.InvariantCulture), Raw, Problem, ClaimedTitle,
        Starred ? "true" : "false", string.Join("; ", Tags), Note, Section, Mention ? "true" : "false",
    ]);

    internal static EntryJson Of(ListedEntry listed)
    {
        var entry = listed.Entry;
        return new(
            listed.List.Name, entry.Line, entry.Reference?.Identifier.ToString(), entry.Reference?.Version, entry.Raw, entry.Problem,
            entry.ClaimedTitle, entry.Starred, entry.Tags, entry.Note, entry.Section, entry.IsMention);
    }
}
