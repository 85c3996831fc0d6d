using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Commands;

/// <summary>What <c>add</c> writes under <c>--json</c>.</summary>
public sealed record AddDocument(IReadOnlyList<AddedPaper> Papers);

/// <summary>What became of one reference.</summary>
/// <param name="Id">The canonical identifier; null where there is none.</param>
/// <param name="Outcome"><c>added</c>, <c>already-there</c>, <c>not-arxiv</c> or <c>unreadable</c>.</param>
/// <param name="Month">The month of the list; null where the list is of no month, or there is none.</param>
/// <param name="File">The curated list; null where nothing is in one.</param>
/// <param name="Line">Where it stands in that list, from 1.</param>
public sealed record AddedPaper(string? Id, string Outcome, string? Month, string? File, int? Line)
{
    /// <summary>The month of the paper's first version, where the store knows it and it is not that of the list.</summary>
    public string? OtherMonth { get; init; }

    /// <summary>The reference as written, where that is not its identifier.</summary>
    public string? Written { get; init; }

    /// <summary>The text it was found in; null where it was typed.</summary>
    public string? Source { get; init; }

    /// <summary>Where it stands in that text, from 1.</summary>
    public int? SourceLine { get; init; }

    /// <summary>What the text calls the paper, where arXiv, or the same text elsewhere, calls it otherwise: its link may be wrong.</summary>
    public string? Title { get; init; }

    /// <summary>The title that it has on arXiv, or elsewhere in the same text.</summary>
    public string? OtherTitle { get; init; }

    /// <summary>Why it cannot be read, one sentence without capital and full stop.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong, for a person to look at.</summary>
    internal bool NeedsAPerson => Outcome == "unreadable" || OtherTitle is not null;

    internal string Sentence => Outcome switch
    {
        "added" => $"{Id} added to {File}, line {Line}.{Spelling}{Belonging}{Doubt}",
        "already-there" => $"{Id} is already in {File}, line {Line}.{Spelling}{Doubt}",
        "not-arxiv" => $"{Place}{Written} is not on arXiv.",
        _ => $"{Place}'{Written}' cannot be read: {Problem}.",
    };

    private string Place => SourceLine is { } line ? $"{Source}, line {line}: " : "";

    private string Spelling => Written is not null && Source is not null ? $" In {Source}, line {SourceLine}, it is written {Written}." : "";

    private string Doubt => OtherTitle is not null
        ? $" {Source}, line {SourceLine}, calls it '{Title}', and elsewhere it is '{OtherTitle}': look whether another paper was meant." : "";

    private string Belonging => OtherMonth is { } month ? $" Its first version is of {Arxiv.Identifiers.Month.Parse(month).Title}." : "";
}
