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

/// <summary>What had to be mended before a place in a text could be read as a reference (field guide 1.5).</summary>
/// <param name="Original">The damaged part as written: the identifier; the whole reference where the link around it is damaged.</param>
/// <param name="Repaired">The reference it was taken for.</param>
/// <param name="What">The damage, for readers, without capital and full stop: <c>两 read as 2</c>, <c>a line break inside the
/// link</c>.</param>
/// <param name="IsCertain">Whether there is no other reading. Where there may be, nothing is referred to and a question stands in its
/// place.</param>
public sealed record ReferenceRepair(string Original, string Repaired, string What, bool IsCertain);
