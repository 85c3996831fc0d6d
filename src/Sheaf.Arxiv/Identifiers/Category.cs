using System.Diagnostics.CodeAnalysis;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// One of arXiv's subjects, by which e-prints are classified: <c>cs.CL</c>, <c>hep-th</c> (field guide 7). Names are case-sensitive.
/// </summary>
public sealed record Category
{
    /// <summary>The name in use: <c>cs.CL</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For readers: <c>Computation and Language</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The archive it belongs to, <c>cs</c>; the name itself where the archive has one category only.</summary>
    public required string Archive { get; init; }

    /// <summary>The archive for readers: <c>Condensed Matter</c>.</summary>
    public required string ArchiveName { get; init; }

    /// <summary>The group of archives, for readers: <c>Computer Science</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Whether e-prints are still classified under it. Both halves of an alias pair are active.</summary>
    public required bool IsActive { get; init; }

    /// <summary>
    /// Today's category of an alias or a closed archive; itself otherwise, also for <c>astro-ph</c>, <c>cond-mat</c> and <c>q-bio</c> of
    /// old e-prints, which were divided and have no single successor.
    /// </summary>
    public Category Canonical => Taxonomy.CanonicalOf(this);

    /// <summary>The 155 categories in use, by group and archive in the order of the field guide.</summary>
    public static IReadOnlyList<Category> Active { get; } = [.. Taxonomy.Categories.Where(category => category.IsActive)];

    /// <summary>Finds a category, in use or closed, by its exact name. An archive that is divided into categories is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Category category)
    {
        category = text is null ? null : Taxonomy.Find(text);
        return category is not null;
    }

    /// <summary>
    /// The name under which abstract pages and the query API show a category: <c>math.MP</c> becomes <c>math-ph</c>, and so do the other
    /// five aliases (field guide 7.2). Every other name, known or not, is returned unchanged.
    /// </summary>
    public static string Canonicalise(string name) => Taxonomy.Aliases.GetValueOrDefault(name, name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
