using System.Globalization;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>What one record of a bibliography, a table or a document claims.</summary>
internal static class RecordClaims
{
    /// <summary>A field made for it goes before a title or note with an identifier in it.</summary>
    private static readonly FieldRole[] Naming = [FieldRole.Identifier, FieldRole.Address, FieldRole.Title, FieldRole.Note];

    /// <summary>The record's paper is one entry, in whatever fields it is named; other papers in its texts are mentions.</summary>
    public static ReadList Of(IReadOnlyList<Field> fields)
    {
        var found = fields.SelectMany(Mentions).ToList();
        var own = Naming.Select(role => Best(found, role)).FirstOrDefault(claim => claim is not null);
        if (own is null)
        {
            return new([.. found.Select(one => one.Claim)], [.. Elsewhere(fields)]);
        }

        var others = found.Select(one => one.Claim.Reference.Reference is { } other && other.Identifier != own.Reference.Reference?.Identifier ? one.Claim : null)
            .OfType<Claim>()
            .DistinctBy(claim => claim.Reference.Reference!.Value.Identifier);
        return new([Entry(fields, own), .. others], []);
    }

    /// <summary>The references of a field; in one that holds identifiers, what only looks like one too.</summary>
    private static IEnumerable<(FieldRole Role, Claim Claim)> Mentions(Field field)
    {
        var isToken = field.Role == FieldRole.Identifier && IdentifierFinder.ReadToken(field.Value) is not null;
        var (line, counted) = (field.Line, 0);
        foreach (var reference in isToken ? [IdentifierFinder.ReadToken(field.Value)!] : IdentifierFinder.Find(field.Value))
        {
            line += field.Value.AsSpan(counted, reference.Index - counted).Count('\n');
            counted = reference.Index;
            yield return (field.Role, new(reference, line, IsEntry: false));
        }
    }

    /// <summary>A good reference goes before a malformed one.</summary>
    private static Claim? Best(List<(FieldRole Role, Claim Claim)> found, FieldRole role) =>
        found.Where(one => one.Role == role).Select(one => one.Claim).MinBy(claim => claim.Reference.Reference is null);

    private static Claim Entry(IReadOnlyList<Field> fields, Claim naming)
    {
        var authors = fields.Where(field => field.Role == FieldRole.Author).Select(field => field.Value).ToList();
        return naming with
        {
            IsEntry = true,
            Title = Value(fields, FieldRole.Title) is { } title && PlainTitle.Of(title) is { } plain && !IsReference(plain) ? plain : null,
            Surnames = [.. authors.Where(name => !PersonNames.IsOthers(name)).Select(PersonNames.SurnameOf).Where(name => name.Length > 0)],
            EtAl = authors.Exists(PersonNames.IsOthers),
            Day = DayOf(fields),
            Starred = Value(fields, FieldRole.Star) is { } star && (star is "*" or "★" or "1" or "x" or "yes" || star.Equals("true", StringComparison.OrdinalIgnoreCase)),
            Note = Value(fields, FieldRole.Note),
            Section = Value(fields, FieldRole.Section),
        };
    }

    private static bool IsReference(string title) => IdentifierFinder.Find(title) is [var only] && only.Length == title.Length;

    private static ClaimedDay? DayOf(IReadOnlyList<Field> fields)
    {
        var whole = fields.Where(field => field.Role == FieldRole.Day).Select(field => DayInText.Read(field.Value)).FirstOrDefault(day => day is not null);
        if (whole is not null || Value(fields, FieldRole.DayOfMonth) is not { } day || Value(fields, FieldRole.Month) is not { } month)
        {
            return whole;
        }

        var year = Value(fields, FieldRole.Year) ?? "";
        return int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? DayInText.Read($"{year}-{month}-{day}") : DayInText.Read($"{day} {month} {year}".Trim());
    }

    private static IEnumerable<PaperlessEntry> Elsewhere(IReadOnlyList<Field> fields) =>
        fields.Where(field => field.Role is FieldRole.Identifier or FieldRole.Address)
            .Select(field => ElsewhereEntries.Find(field.Value) is { } text ? new PaperlessEntry(field.Line, text, PaperlessReason.LeadsElsewhere) : null)
            .OfType<PaperlessEntry>()
            .Take(1);

    private static string? Value(IReadOnlyList<Field> fields, FieldRole role) =>
        fields.FirstOrDefault(field => field.Role == role && !string.IsNullOrWhiteSpace(field.Value))?.Value.Trim();
}
