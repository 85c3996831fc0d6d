using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>A list that cannot be read until a person has changed something.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Failure">Why; its message names the file.</param>
public sealed record UnreadList(string Name, Exception Failure)
{
    /// <summary>What to tell a person.</summary>
    public string Sentence => $"{Failure.Message.TrimEnd('.')}. The list is left out until it can be read.";

    /// <summary>The month that its name gives it; null where it gives none.</summary>
    public Month? Month => CuratedList.MonthOf(Name);
}
