namespace Sheaf.Lists.Import;

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
