namespace Sheaf.Arxiv.Eprints;

/// <summary>One author, or a collaboration, of an e-print.</summary>
/// <param name="Name">In natural order and in Unicode, as arXiv's page shows it: <c>Neal J. Evans II</c>.</param>
/// <param name="Affiliations">As arXiv gives them; empty where it gives none.</param>
public sealed record Author(string Name, IReadOnlyList<string> Affiliations)
{
    public Author(string name)
        : this(name, [])
    {
    }
}
