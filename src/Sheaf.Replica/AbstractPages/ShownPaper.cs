using Sheaf.Replica.Requests;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>What one abstract page shows: a paper in one version, under the name it was asked for.</summary>
internal sealed record ShownPaper(CorpusPaper Paper, RequestedIdentifier Asked, History History, CorpusVersion Version)
{
    /// <summary>The category the visitor comes from; null: the primary one.</summary>
    public string? Context { get; init; }

    public AuthorLine Authors { get; } = AuthorLine.Of(Paper);

    public IReadOnlyList<string> Categories { get; } = Taxonomy.Shown(Paper);

    /// <summary>The primary category as stored, which may be a closed archive or a second name.</summary>
    public string StoredPrimary => Paper.PrimaryCategory ?? Paper.Categories[0];

    public string Id => Paper.Id;

    public string Versioned => $"{Paper.Id}v{Version.Version}";

    /// <summary>Archive of the stored primary category, not of the identifier.</summary>
    public string Archive => Taxonomy.ArchiveOf(StoredPrimary);

    /// <summary>One line, with arXiv's conversions.</summary>
    public string Title { get; } = OneLine(TexText.WithAccentsAndGreek(Version.Title ?? Paper.Title));

    public string RawTitle { get; } = OneLine(Version.Title ?? Paper.Title);

    /// <summary>Who submitted, or null where arXiv no longer knows.</summary>
    public string? Submitter => Paper.Submitter is { } named
        ? named.Length > 0 ? named : null
        : Authors.Authors() is [var first, ..] ? $"{first.Name.Forenames} {first.Name.Surname}".Trim() : null;

    /// <summary>When what the page shows last changed.</summary>
    public DateTimeOffset LastModified => Paper.LastModified ?? Announcement.Of(Version.Submitted);

    private static string OneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
