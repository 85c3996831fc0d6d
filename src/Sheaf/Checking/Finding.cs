namespace Sheaf.Checking;

/// <summary>One mistake, or what may be one, in a list.</summary>
/// <param name="Code">One of <see cref="FindingCode"/>.</param>
/// <param name="File">The list, as a person would write its path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Id">The paper as linked; null where the reference names none.</param>
/// <param name="Message">One or two sentences: what the list says, what is true, what to do. Holds text from outside as it is.</param>
public sealed record Finding(string Code, string File, int Line, string? Id, string Message)
{
    public Severity Severity => FindingCode.SeverityOf(Code);

    /// <summary>Stays while the finding does, wherever its line goes; empty until all findings of a check are known.</summary>
    public string Key { get; init; } = "";

    /// <summary>The paper that was meant; null where there is none to propose.</summary>
    public Suggestion? Suggestion { get; init; }

    /// <summary>How to mend it where that is certain; null where a person must decide.</summary>
    public LineFix? Fix { get; init; }

    /// <summary>How to keep what Sheaf wrote, where the editor says so; null where there is nothing to keep.</summary>
    public LineFix? Accept { get; init; }
}
