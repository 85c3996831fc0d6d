using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Whether <c>sheaf serve</c> could listen, or already does.</summary>
internal static class ServiceCheck
{
    private const string Check = "service";

    /// <summary>A service of one's own that runs already answers in milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<DoctorFinding> AddressAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var url = context.Settings.ServeUrl;
        try
        {
            await ServeAddress.ResolveAsync(url, cancellationToken);
            return new(Check, true, $"sheaf serve can listen at {ServeAddress.Shown(url)}");
        }
        catch (BadInputException wrong)
        {
            return new(Check, false, wrong.Message);
        }
        catch (IOException taken)
        {
            return await AnswersAsync(url, cancellationToken) ? new(Check, true, $"sheaf serve runs at {ServeAddress.Shown(url)}") : new(Check, false, taken.Message);
        }
    }

    private static async Task<bool> AnswersAsync(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(url, "health/live"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
