namespace Sheaf.Replica;

/// <summary>An author, name in natural order as arXiv's page shows it.</summary>
public sealed record CorpusAuthor(string Name)
{
    public IReadOnlyList<string> Affiliations { get => field ?? []; init; }
}
