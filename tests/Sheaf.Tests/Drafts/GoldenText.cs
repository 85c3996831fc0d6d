namespace Sheaf.Tests.Drafts;

/// <summary>
/// Texts that have been read and approved. Where one is to change, run the tests once with <c>SHEAF_ACCEPT_GOLDEN=1</c> and read the difference.
/// </summary>
internal static class GoldenText
{
    public static void Check(string name, string text)
    {
        var path = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Drafts", "Golden", name);
        if (Environment.GetEnvironmentVariable("SHEAF_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
