using System.Globalization;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>
/// The file of a warm start, tab-separated: first <c>last-month</c>, the last month of the lists it was learnt from, and a sentence on what it
/// is; then a line for each weight, its key as <see cref="WarmStart.Words"/> has it and the weight, in ordinal order of the keys.
/// </summary>
internal static class WarmStartFile
{
    private const string Shipped = "Sheaf.Ranking.warm-start.tsv";

    private const string About =
        "weights in log-odds of words and pairs of words in titles (t:) and abstracts (a:) and of categories (c:), learnt from published lists of papers up to this month";

    /// <summary>What the program has with it, learnt from lists up to April 2025.</summary>
    public static WarmStart ReadShipped()
    {
        using var stream = typeof(WarmStartFile).Assembly.GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException($"{Shipped} is not in the program.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <exception cref="FormatException">It is no such file.</exception>
    public static WarmStart Read(TextReader reader)
    {
        var lastMonth = reader.ReadLine()?.Split('\t') is ["last-month", var month, ..] ? Month.Parse(month) : throw new FormatException("The first line of a warm start names the last month.");
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [['t' or 'a' or 'c', ':', ..] key, var weight])
            {
                throw new FormatException($"'{line}' is no line of a warm start.");
            }

            words.Add(key, double.Parse(weight, CultureInfo.InvariantCulture));
        }

        return new WarmStart(lastMonth, words);
    }

    /// <summary>Weights have three decimals: differences in the last bits, which machines may have, do not show.</summary>
    public static void Write(WarmStart warm, TextWriter writer)
    {
        writer.Write($"last-month\t{warm.LastMonth}\t{About}\n");
        foreach (var (key, weight) in warm.Words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{key}\t{weight:0.000}\n"));
        }
    }
}
