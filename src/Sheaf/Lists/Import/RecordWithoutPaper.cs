using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Why a record names no paper on arXiv, so that none is dropped in silence.</summary>
internal static class RecordWithoutPaper
{
    /// <summary>More of a value is not repeated.</summary>
    private const int LongestText = 200;

    /// <summary>What to say of the record; null where it is no entry of a list.</summary>
    /// <param name="record">The record, none of whose fields names its paper.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="title">Its title.</param>
    public static PaperlessEntry? Of(Record record, IReadOnlyList<Field> fields, string? title)
    {
        if (record.IsPart)
        {
            return null;
        }

        var line = fields.FirstOrDefault(field => field.Role == FieldRole.Title && title is not null)?.Line ?? record.Line;
        var entry = NotAnIdentifier(fields) ?? Link(fields, title is not null || record.Label is not null)
            ?? (title is not null ? new(line, title, PaperlessReason.TitleOnly) : Nothing(fields))
            ?? (record.Label is { } label ? new PaperlessEntry(line, label, PaperlessReason.NoIdentifier) : null);
        return entry is null ? null : entry with { Title = title, Text = Shortened(entry.Text) };
    }

    /// <summary>Something else in a field made for arXiv's identifiers.</summary>
    private static PaperlessEntry? NotAnIdentifier(IReadOnlyList<Field> fields) =>
        fields.Where(field => field.Role == FieldRole.Identifier && !RecordLinks.IsBlank(field.Value) && !LeadsElsewhere(field))
            .Select(field => new PaperlessEntry(field.Line, field.Value.Trim(), PaperlessReason.NoIdentifier)).FirstOrDefault();

    /// <summary>
    /// The first link, or the identifier of another archive; one that hides where it leads before all others, for it may be the paper.
    /// </summary>
    private static PaperlessEntry? Link(IReadOnlyList<Field> fields, bool isRecord)
    {
        var links = fields.Where(field => field.Role is FieldRole.Identifier or FieldRole.Key or FieldRole.Address || isRecord
            && field.Role is FieldRole.Other or FieldRole.Title)
            .OrderBy(field => field.Role is FieldRole.Other or FieldRole.Title)
            .Select(field => (field.Line,
                Text: RecordLinks.Find(field.Value) ?? (field.Role is FieldRole.Identifier or FieldRole.Key && LeadsElsewhere(field)
                ? field.Value.Trim() : null)))
            .Where(link => link.Text is not null).ToList();
        var opaque = links.Find(link => LinkTarget.IsOpaque(link.Text!));
        return opaque.Text is not null ? new(opaque.Line, opaque.Text, PaperlessReason.OpaqueLink)
            : links is [var first, ..] ? new(first.Line, first.Text!, PaperlessReason.LeadsElsewhere)
            : null;
    }

    /// <summary>A field made for identifiers that says that there is none.</summary>
    private static PaperlessEntry? Nothing(IReadOnlyList<Field> fields) =>
        fields.Where(field => field.Role == FieldRole.Identifier && !string.IsNullOrWhiteSpace(field.Value))
            .Select(field => new PaperlessEntry(field.Line, field.Value.Trim(), PaperlessReason.NoIdentifier)).FirstOrDefault();

    /// <summary>
    /// Whether an identifier is one of another archive's. What a plain <c>eprint</c> holds is, unless it was one of arXiv's: publishers put
    /// links to their own files there, libraries their numbers.
    /// </summary>
    private static bool LeadsElsewhere(Field field) =>
        RecordLinks.Find(field.Value) is not null || RecordLinks.IsOfOtherArchive(field.Value)
        || FieldNames.Plain(field.Name) == "eprint" && field.Value.AsSpan().ContainsAnyInRange('0', '9');

    private static string Shortened(string text) => text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}…";
}
