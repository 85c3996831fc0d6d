namespace Sheaf.Lists.Import;

/// <summary>What was read of an object of a document.</summary>
internal sealed class DocumentObject
{
    public int Line { get; init; } = 1;

    /// <summary>Its own fields, and those of the objects in it that have no title.</summary>
    public List<Field> Fields { get; } = [];

    /// <summary>The fields of objects and values in its arrays: parts of it, or records of their own.</summary>
    public List<List<Field>> Groups { get; } = [];

    /// <summary>The objects in it that have a title of their own: what it is about, or where it appeared.</summary>
    public List<DocumentObject> Titled { get; } = [];

    /// <summary>Whether records were found inside of it.</summary>
    public bool IsAround { get; set; }

    /// <summary>Whether it has a title, and so is a paper and no list of papers.</summary>
    public bool IsPaper { get; init; }

    public bool HasTitle => Fields.Exists(one => one.Role == FieldRole.Title && one.Value.Length > 0);

    /// <summary>Whether it has a title that only a paper has, and not the name that anything may have.</summary>
    public bool HasOwnTitle =>
        Fields.Exists(one => one.Role == FieldRole.Title && one.Value.Length > 0 && !FieldNames.IsVagueTitle(one.Name));

    /// <summary>Whether it, or an object in it, has a title.</summary>
    public bool IsTitled => Titled.Count > 0 || HasTitle;

    /// <summary>
    /// Whether it is a paper inside of something else. What only has a name may be a person or a journal, unless it names a paper.
    /// </summary>
    public bool IsPaperOfItsOwn =>
        Titled.Count > 0 || HasOwnTitle || HasTitle && DocumentFacts.NamePaper(Fields);

    /// <summary>Takes an object with a title that it holds for a part of itself.</summary>
    public void Absorb(DocumentObject inner, List<Field> fields)
    {
        Fields.AddRange(fields);
        Groups.AddRange(inner.Groups);
        Titled.AddRange(inner.Titled);
        IsAround |= inner.IsAround;
    }

    public List<Field> NewGroup()
    {
        Groups.Add([]);
        return Groups[^1];
    }
}
