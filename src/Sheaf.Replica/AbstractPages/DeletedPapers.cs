namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// Papers that arXiv has deleted, from the list that its own site keeps, each a duplicate of another. They are answered with 410 whatever
/// the corpus; the other interfaces do not know them.
/// </summary>
internal static class DeletedPapers
{
    private static readonly Lazy<Dictionary<string, string>> s_originals = new(Read);

    /// <summary>Why it was deleted; null for any other paper.</summary>
    public static string? ReasonOf(string id) =>
        s_originals.Value.TryGetValue(id, out var original) ? $"was a duplicate of {original}" : null;

    private static Dictionary<string, string> Read()
    {
        var originals = new Dictionary<string, string>(StringComparer.Ordinal);
        using var table = new StreamReader(typeof(DeletedPapers).Assembly.GetManifestResourceStream("DeletedPapers.txt")!);
        while (table.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var id, var original])
            {
                originals[id] = original;
            }
        }

        return originals;
    }
}
