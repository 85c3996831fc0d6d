namespace Sheaf.Drafts.Sentences;

/// <summary>Natural logarithms of small counts.</summary>
internal static class Logarithm
{
    private static readonly double[] Small = [.. Enumerable.Range(0, 256).Select(number => Math.Log(number))];

    public static double Of(int count) => count < Small.Length ? Small[count] : Math.Log(count);
}
