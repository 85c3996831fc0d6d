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

    /// <summary>Why it cannot be read, one sentence without capital and full stop.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong, for a person to look at.</summary>
    internal bool NeedsAPerson => Outcome == "unreadable";

    internal string Sentence => Outcome switch
    {
        "added" => $"{Id} added to {File}, line {Line}.{Spelling}{Belonging}",
        "already-there" => $"{Id} is already in {File}, line {Line}.{Spelling}",
        "not-arxiv" => $"{Place}{Written} is not on arXiv.",
        _ => $"{Place}'{Written}' cannot be read: {Problem}.",
    };

    private string Place => SourceLine is { } line ? $"{Source}, line {line}: " : "";

    private string Spelling => Written is not null && Source is not null ? $" In {Source}, line {SourceLine}, it is written {Written}." : "";

    private string Belonging => OtherMonth is { } month ? $" Its first version is of {Arxiv.Identifiers.Month.Parse(month).Title}." : "";
}
