namespace Sheaf.TestKit;

/// <summary>
/// Real answers of arXiv and of arXiv's own software. They are not part of the project: they lie where <c>SHEAF_REFERENCE_DATA</c> says,
/// else in <c>../shared/data</c> beside the checkout. A test that needs them skips where they are absent, and fails instead where
/// <c>SHEAF_REFERENCE_DATA_REQUIRED</c> is 1.
/// </summary>
public static class ReferenceData
{
    /// <summary>The path of a file or folder of the reference data.</summary>
    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        if (!Path.Exists(path))
        {
            var reason = $"the reference data has no {Path.Combine(parts)} (looked in {Root})";
            if (Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA_REQUIRED") == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }

        return path;
    }

    /// <summary>The top of the checkout.</summary>
    public static string Checkout { get; } = FindCheckout();

    private static string Root =>
        Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Checkout, "..", "shared", "data");

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "src", "Sheaf.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from below the checkout.");
    }
}
