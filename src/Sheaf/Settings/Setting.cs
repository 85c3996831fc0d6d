namespace Sheaf.Settings;

/// <summary>One setting as it was given somewhere, not yet checked.</summary>
/// <param name="Key">Its path, as <c>Arxiv:BatchSize</c>; capital and small letters are the same.</param>
/// <param name="Value">As text.</param>
/// <param name="Variable">The variable of the environment that gives it; null where it is given elsewhere.</param>
internal sealed record Setting(string Key, string Value, string? Variable = null)
{
    public bool IsOfArxiv => Key.StartsWith("Arxiv:", StringComparison.OrdinalIgnoreCase) || Key.Equals("Contact", StringComparison.OrdinalIgnoreCase);

    public bool IsWorkspace => Key.Equals("Workspace", StringComparison.OrdinalIgnoreCase);
}
