namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>A kind of damage that reading a text mends.</summary>
/// <param name="What">For readers.</param>
internal sealed record Damage(string What)
{
    public static readonly Damage Invisible = new("invisible characters");
    public static readonly Damage Dash = new("an odd dash");
    public static readonly Damage LineBreak = new("a line break inside the link");

    /// <summary>Ordinary typing around an identifier in some languages (<c>arXiv：2405.00208</c>), damage only within it.</summary>
    public static readonly Damage OtherScript = new("full-width or foreign characters");
}
