using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>The part of a text that a form takes for itself.</summary>
/// <param name="End">Behind its last character.</param>
internal sealed record CandidateSpan(int End)
{
    /// <summary>The identifier within it, with its version; empty where it has none.</summary>
    public Range Identifier { get; private init; }

    public EprintReference? Reference { get; private init; }

    public string? Problem { get; private init; }

    /// <summary>The damaged identifier where it does not stand in the text itself, but in what the text encodes.</summary>
    public string? Damaged { get; init; }

    /// <summary>What was put in place of wrong characters, if the reference came from that.</summary>
    public Substitution? Substitution { get; private init; }

    /// <summary>Whether the span is a known form that is no reference.</summary>
    public bool IsForeign => Reference is null && Problem is null;

    public static CandidateSpan Of(EprintReference reference, Range identifier, int end) =>
        new(end) { Reference = reference, Identifier = identifier };

    public static CandidateSpan Malformed(string problem, Range identifier, int end) =>
        new(end) { Problem = problem, Identifier = identifier };

    public static CandidateSpan Of(Substitution substitution, Range identifier, int end) => new(end)
    {
        Reference = substitution.Reference,
        Problem = substitution.Question,
        Substitution = substitution,
        Identifier = identifier,
    };

    /// <summary>What a person is asked about, where it may have been meant.</summary>
    public EprintReference? Doubtful { get; private init; }

    /// <summary>The same in doubt.</summary>
    public CandidateSpan Asking(string question) => this with { Doubtful = Reference, Reference = null, Problem = question };
}
