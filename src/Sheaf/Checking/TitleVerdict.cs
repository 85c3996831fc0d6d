namespace Sheaf.Checking;

/// <summary>What became of a title that a list claims.</summary>
public abstract record TitleVerdict
{
    private TitleVerdict()
    {
    }

    /// <summary>It is the paper's, or a name the paper goes by.</summary>
    public sealed record Fits : TitleVerdict;

    /// <summary>It was the paper's own in an earlier version.</summary>
    public sealed record Earlier(int Version) : TitleVerdict;

    /// <summary>Not the paper's title, but what the paper is about, and no other paper has it: probably a title it had once.</summary>
    public sealed record Unlike : TitleVerdict;

    /// <summary>Another paper was meant.</summary>
    /// <param name="Suggestion">Which; null where none was found.</param>
    /// <param name="IsCertain">Whether exactly one paper has exactly this title, and nothing in the list speaks for the paper linked.</param>
    public sealed record Wrong(Suggestion? Suggestion, bool IsCertain) : TitleVerdict;

    /// <summary>arXiv could not be asked.</summary>
    public sealed record Unsettled : TitleVerdict;
}
