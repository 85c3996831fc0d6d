namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Words and signs beside a number that say what it is: an amount, a measure, a telephone number, the version of a program.
/// </summary>
internal static class OtherNumbers
{
    private const int Reach = 32;
    private const string Blanks = " \u00a0\u202f";

    // Chinese and Japanese put the unit right behind, with more words behind that.
    private const string UnitCharacters = "元円圓圆원%％℃°±×";

    private static readonly string[] Currencies =
        [
            "usd", "eur", "gbp", "chf", "jpy", "cny", "rmb", "inr", "cad", "aud", "sek", "nok", "dkk", "pln", "krw", "kr", "rs", "btc",
            "usdt", "euro", "euros", "dollars",
        ];

    private static readonly HashSet<string> Versions = Set(
        "version", "ver", "v", "build", "release", "revision", "rev", "rv", "firmware", "driver", "bios", "kernel", "windows", "office",
        "ubuntu", "android", "ios", "macos", "no", "nr", "sn", "serial", "order", "invoice", "版本");

    private static readonly HashSet<string> Before = Set(
        [.. Currencies, "tel", "telephone", "phone", "fax", "mobile", "telefon", "电话", "電話",
        "price", "total", "subtotal", "sum", "score", "loss", "perplexity", "elo", "lat", "latitude", "lon", "longitude", "pmid", "isbn",
        "rfc", "icd"]);

    private static readonly HashSet<string> After = Set(
        [.. Currencies, "kg", "km", "cm", "mm", "nm", "ms", "kb", "mb", "gb", "hz", "khz", "mhz", "ghz", "ev", "kev", "mev", "gev", "tev",
        "kpc", "mpc",
        "sec", "secs", "seconds", "min", "minutes", "hours", "fps", "tokens", "points", "pts", "percent", "million", "billion",
        "thousand"]);

    /// <summary>Whether the bare number between these places is known by what stands beside it to be no identifier.</summary>
    public static bool Include(string text, int at, int end) => IsNamed(text.AsSpan(0, at)) || HasUnit(text.AsSpan(end));

    private static bool IsNamed(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - Reach)..].TrimEnd(Blanks);
        if (before.Length > 0 && char.GetUnicodeCategory(before[^1]) == System.Globalization.UnicodeCategory.CurrencySymbol)
        {
            return true;
        }

        if (IsDialled(before))
        {
            return true;
        }

        before = before.TrimEnd(".:：#").TrimEnd(Blanks);
        var start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1]))
        {
            start--;
        }

        var word = before[start..].ToString();
        return Before.Contains(word) || (Versions.Contains(word) && !IsOfPreprint(before));
    }

    // +49 711 …
    private static bool IsDialled(ReadOnlySpan<char> before) =>
        before.TrimEnd("0123456789") is [.., '+'] code && before.Length - code.Length is >= 1 and <= 3;

    // The arXiv version 2405.00208.
    private static bool IsOfPreprint(ReadOnlySpan<char> before) =>
        before.Contains("arxiv", StringComparison.OrdinalIgnoreCase) || before.Contains("print", StringComparison.OrdinalIgnoreCase)
        || before.Contains("paper", StringComparison.OrdinalIgnoreCase);

    private static bool HasUnit(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(Reach, after.Length)].TrimStart(Blanks);
        if (after.StartsWith("%}"))
        {
            // The end of a template, as Hugo and Jekyll have them.
            return false;
        }

        if (after.StartsWith("+/-") || after.StartsWith("x 10"))
        {
            return true;
        }

        if (after.IsEmpty
            || UnitCharacters.Contains(after[0])
            || char.GetUnicodeCategory(after[0]) == System.Globalization.UnicodeCategory.CurrencySymbol)
        {
            return !after.IsEmpty;
        }

        var length = 0;
        while (length < after.Length && char.IsAsciiLetter(after[length]))
        {
            length++;
        }

        return length > 0 && After.Contains(after[..length].ToString());
    }

    // Not frozen: that pays for itself after many thousand look-ups, and every command that reads a list would wait for it.
    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
