using Sheaf.Store.Lists;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>A decision of the journal.</summary>
/// <param name="Number">From 1, in the order in which they were made.</param>
/// <param name="Made">When.</param>
/// <param name="Command">What made it.</param>
/// <param name="What">Of what.</param>
/// <param name="Undone">Whether it has been taken back.</param>
/// <param name="Files">What it changed, below the workspace.</param>
internal sealed record EditJson(int Number, string Made, string Command, string What, bool Undone, IReadOnlyList<string> Files)
{
    internal static EditJson Of(EditRow edit) =>
        new(
            edit.Number, UtcText.From(edit.Made), edit.Command, edit.What, edit.IsUndone,
            [.. edit.Parts.Select(part => part.File).Distinct()]);
}
