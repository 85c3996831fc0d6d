namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>What had to be mended before a place in a text could be read as a reference (field guide 1.5).</summary>
/// <param name="Original">The damaged part as written: the identifier; the whole reference where the link around it is damaged.</param>
/// <param name="Repaired">The reference it was taken for.</param>
/// <param name="What">The damage, for readers, without capital and full stop: <c>两 read as 2</c>, <c>a line break inside the link</c>.</param>
/// <param name="IsCertain">Whether there is no other reading. Where there may be, nothing is referred to and a question stands in its place.</param>
public sealed record ReferenceRepair(string Original, string Repaired, string What, bool IsCertain);
