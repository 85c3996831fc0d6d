using Sheaf.Publishing;

namespace Sheaf.Answers;

/// <summary>How <c>Publish:Command</c> ended.</summary>
/// <param name="State"><c>started</c>, <c>succeeded</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Exit">Its exit code; null while it has none.</param>
/// <param name="Message">What it said at its end; null for nothing.</param>
internal sealed record PublishCommandJson(string State, int? Exit, string? Message)
{
    internal static PublishCommandJson? Of(ReceiptCommand? command) =>
        command is null ? null : new(command.State, command.Exit, command.Message);
}
