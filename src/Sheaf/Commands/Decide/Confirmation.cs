using System.CommandLine;

namespace Sheaf.Commands;

/// <summary>The option that answers before it is asked.</summary>
internal static class Confirmation
{
    public static readonly Option<bool> Yes = new("--yes") { Description = "Lines of a list may go with the words that you wrote into them" };
}
