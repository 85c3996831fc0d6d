namespace Sheaf.Benchmarks;

/// <summary>Where the reference data lies: <c>SHEAF_REFERENCE_DATA</c>, else <c>../shared/data</c> beside the checkout; it may be absent.</summary>
internal static class ReferenceFolder
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") is { Length: > 0 } named ? named : BesideCheckout();

    private static string BesideCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "src", "Sheaf.slnx")))
            {
                return System.IO.Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        return "";
    }
}
