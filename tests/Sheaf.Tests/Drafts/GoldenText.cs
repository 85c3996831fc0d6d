namespace Sheaf.Tests.Drafts;

/// <summary>
/// Texts that have been read and approved. Where one is to change, run the tests once with <c>SHEAF_ACCEPT_GOLDEN=1</c> and read the
/// difference.
/// </summary>
internal static class GoldenText
{
    /// <param name="name">The file.</param>
    /// <param name="text">What is to stand in it.</param>
    /// <param name="subject">The folder of the tests whose golden file it is.</param>
    public static void Check(string name, string text, string subject = "Drafts")
    {
        var path = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", subject, "Golden", name);
        if (Environment.GetEnvironmentVariable("SHEAF_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
