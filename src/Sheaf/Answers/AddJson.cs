using System.Text.Json.Serialization;

namespace Sheaf.Answers;

/// <summary>What <c>add</c> writes under <c>--json</c>.</summary>
internal sealed record AddJson(IReadOnlyList<AddedPaper> Papers);

/// <summary>What became of one reference.</summary>
/// <param name="Id">The canonical identifier; null where there is none.</param>
/// <param name="Outcome">One of <see cref="Outcomes"/>.</param>
/// <param name="Month">The month of the list; null where the list is of no month, or there is none.</param>
/// <param name="File">The curated list; null where nothing is in one.</param>
/// <param name="Line">Where it stands in that list, from 1.</param>
internal sealed record AddedPaper(string? Id, string Outcome, string? Month, string? File, int? Line)
{
    /// <summary>The month of the paper's first version, where the store knows it and it is not that of the list.</summary>
    public string? OtherMonth { get; init; }

    /// <summary>The reference as written, where that is not its identifier.</summary>
    public string? Written { get; init; }

    /// <summary>The text it was found in; null where it was typed.</summary>
    public string? Source { get; init; }

    /// <summary>Where it stands in that text, from 1.</summary>
    public int? SourceLine { get; init; }

    /// <summary>
    /// What the text calls the paper: where arXiv, or the same text elsewhere, calls it otherwise, as its link may be wrong; and where
    /// there is nothing but the title.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>The title that it has on arXiv, or elsewhere in the same text.</summary>
    public string? OtherTitle { get; init; }

    /// <summary>Why it is on no list, one sentence without capital and full stop.</summary>
    public string? Problem { get; init; }

    /// <summary>The papers that a damaged identifier may mean, likeliest first; left out where none can be guessed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MayMean { get; init; }

    /// <summary>The paper that a title without a link names; left out where none was looked for or found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestionJson? Suggestion { get; init; }

    /// <summary>Of a paper that was there already: whether star, tags or note were written to its line; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Changed { get; init; }

    /// <summary>The note that was not written, because the line has words of its own; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NoteLeft { get; init; }

    /// <summary>Why star, tags or note could not be written, as words that can follow "because".</summary>
    internal string? Unwritten { get; init; }

    /// <summary>What it was before: <c>refused</c> or <c>later</c>; null for neither.</summary>
    internal string? WasSetAside { get; init; }

    /// <summary>Where the month of the list comes from, for readers.</summary>
    internal string? MonthBecause { get; init; }

    /// <summary>What is wrong, for a person to look at.</summary>
    internal bool NeedsAPerson => Outcome is Outcomes.Unreadable or Outcomes.NoPaper || OtherTitle is not null || Unwritten is not null;
}
