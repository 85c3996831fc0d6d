using Sheaf.Lists;
using Sheaf.Store.Lists;

namespace Sheaf.Harvesting;

/// <summary>Curated lists as rows of the store.</summary>
internal static class CuratedRows
{
    public static CuratedListRow Of(CuratedList list) =>
        new(list.Name, list.Month, list.Sha256 ?? "", [.. list.Entries.Select(Of)]);

    private static CuratedEntryRow Of(CuratedEntry entry) => new()
    {
        Line = entry.Line,
        Raw = entry.Raw,
        Identifier = entry.Reference?.Identifier,
        Problem = entry.Problem,
        Version = entry.Reference?.Version,
        Starred = entry.Starred,
        Tags = entry.Tags,
        Note = entry.Note,
        ClaimedTitle = entry.ClaimedTitle,
        Section = entry.Section,
        IsMention = entry.IsMention,
    };
}
