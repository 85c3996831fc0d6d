using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Checking;

/// <summary>A reference written anew in the form it had: a link stays a link.</summary>
internal static class RewrittenReference
{
    /// <param name="text">As it stands in the list.</param>
    /// <param name="reference">What it is to name.</param>
    public static string Of(string text, EprintReference reference) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("arxiv.org/", StringComparison.OrdinalIgnoreCase) ? $"https://arxiv.org/abs/{reference}"
        : text.StartsWith("10.48550", StringComparison.Ordinal) ? $"10.48550/arXiv.{reference.Identifier}"
        : text.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? $"arXiv:{reference}"
        : reference.ToString();
}
