using System.Globalization;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>
/// The file of a warm start, tab-separated: first <c>last-month</c>, the last month of the lists it was learnt from, and a sentence on what
/// it is; then a line for each weight, its key as <see cref="WarmStart.Words"/> has it and the weight, in ordinal order of the keys.
/// </summary>
internal static class WarmStartFile
{
    private const string Shipped = "Sheaf.Ranking.warm-start.tsv";

    private const string About =
        "weights in log-odds of words and pairs of words in titles (t:) and abstracts (a:) and of categories (c:), learnt from "
        + "published lists of papers up to this month";

    /// <summary>What the program has with it, learnt from lists up to April 2025.</summary>
    public static WarmStart ReadShipped()
    {
        using var stream = typeof(WarmStartFile).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"{Shipped} is not in the program.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <exception cref="FormatException">It is no such file.</exception>
    public static WarmStart Read(TextReader reader)
    {
        var lastMonth = reader.ReadLine()?.Split('\t') is ["last-month", var month, ..]
            ? Month.Parse(month)
            : throw new FormatException("The first line of a warm start names the last month.");
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

/// <summary>
/// What other people's published lists teach about taste in general: a beginning for an editor with few picks of their own.
/// </summary>
/// <param name="LastMonth">The last month of the lists that it was learnt from: it must not be used for that month or one before.</param>
/// <param name="Words">
/// Weights in log-odds. Keys begin with <c>t:</c> for a word of a title, or two with a space between them, <c>a:</c> for those of an
/// abstract, and <c>c:</c> for a category.
/// </param>
internal sealed record WarmStart(Month LastMonth, IReadOnlyDictionary<string, double> Words)
{
    /// <summary>Whether it knows nothing of this month or of what came later.</summary>
    public bool MayServe(Month month) => LastMonth.CompareTo(month) < 0;
}
