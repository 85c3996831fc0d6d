using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>
/// All records of a file. Whether a column of any name is one of identifiers is shown by its other values: where some are identifiers, a
/// value that was one is damaged.
/// </summary>
internal static class Records
{
    private const int LongestIdentifier = 40;

    public static ReadList Read(IEnumerable<Record> records)
    {
        var all = records.ToList();
        var columns = ColumnsOfIdentifiers(all);
        return ReadList.Of(all
            .Select(record => RecordClaims.Of(record with { Fields = [.. record.Fields.Select(field => Promoted(field, columns))] })));
    }

    private static HashSet<string> ColumnsOfIdentifiers(List<Record> records)
    {
        var counts = new Dictionary<string, (int Identifiers, int Values)>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in records.SelectMany(record => record.Fields).Where(MayHoldIdentifier))
        {
            var (identifiers, values) = counts.GetValueOrDefault(field.Name);
            counts[field.Name] = (identifiers + (IdentifierFinder.TryReadReference(field.Value, out _) ? 1 : 0), values + 1);
        }

        return counts.Where(pair => pair.Value.Identifiers > 0 && pair.Value.Identifiers * 4 >= pair.Value.Values)
            .Select(pair => pair.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static Field Promoted(Field field, HashSet<string> columns) =>
        MayHoldIdentifier(field) && columns.Contains(field.Name) && !IdentifierFinder.TryReadReference(field.Value, out _)
            && IdentifierField.Damaged(field.Value) is not null
            ? field with { Role = FieldRole.Identifier }
            : field;

    private static bool MayHoldIdentifier(Field field) =>
        field.Role is FieldRole.Key or FieldRole.Address or FieldRole.Other
            && field.Name.Length > 0
            && field.Value.Length is > 0 and <= LongestIdentifier
            && field.Value.AsSpan().ContainsAnyInRange('0', '9');
}

/// <summary>One record of a bibliography, a table or a document: all of it is about one paper.</summary>
/// <param name="Fields">In the order of the file.</param>
internal sealed record Record(IReadOnlyList<Field> Fields)
{
    /// <summary>
    /// Whether it is only a part of another record, or the document around the records: it need not name a paper, and is not missed where
    /// it names none.
    /// </summary>
    public bool IsPart { get; init; }

    /// <summary>What to call it where it names no paper and has no title; null where it may be no record of a paper at all.</summary>
    public string? Label { get; init; }

    /// <summary>Where it begins in the file, from 1.</summary>
    public int Line { get; init; } = Fields is [var first, ..] ? first.Line : 1;
}
