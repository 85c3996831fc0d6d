namespace Sheaf.Benchmarks;

/// <summary>What stands behind the name of a long run: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal static class RunOptions
{
    /// <exception cref="FormatException">A word stands where a name should.</exception>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> words)
    {
        var options = new Dictionary<string, string>();
        for (var place = 0; place < words.Count; place++)
        {
            var name = words[place].StartsWith("--", StringComparison.Ordinal)
                ? words[place][2..]
                : throw new FormatException($"'{words[place]}' is no option.");
            var hasValue = place + 1 < words.Count && !words[place + 1].StartsWith("--", StringComparison.Ordinal);
            options[name] = hasValue ? words[++place] : "";
        }

        return options;
    }
}
