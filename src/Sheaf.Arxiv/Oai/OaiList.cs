namespace Sheaf.Arxiv.Oai;

/// <summary>Which records a list over OAI-PMH is to hold (field guide 3.2).</summary>
/// <param name="Format">The format of the records.</param>
public sealed record OaiList(OaiFormat Format)
{
    /// <summary>A group, archive or category of arXiv's as OAI-PMH names it, <c>cs:cs:LG</c>; cross-lists are in it. Null: everything.</summary>
    public string? Set { get; init; }

    /// <summary>
    /// The first day on which the record last changed; there is no selecting by the day of submission. Null: no bound. arXiv refuses days before
    /// 16 September 2005.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>The last such day. Null, which arXiv advises: no bound. What changes while it is listed leaves a list that has one.</summary>
    public DateOnly? Until { get; init; }
}
