namespace Sheaf.Arxiv.Politeness;

/// <summary>The place of a process in the common line for one kind of requests, or its having the connection.</summary>
/// <param name="Number">Its place in the order of arrival over all processes and kinds.</param>
/// <param name="Kind">What it waits for.</param>
/// <param name="Interval">The spacing it keeps.</param>
/// <param name="Owner">The file that its process keeps locked while it lives.</param>
/// <param name="Process">The number of its process.</param>
/// <param name="Command">What it is doing, as a person would call it.</param>
/// <param name="Since">When it came, or was let in.</param>
internal sealed record Ticket(
    long Number, RequestKind Kind, TimeSpan Interval, string Owner, int Process, string Command, DateTimeOffset Since);
