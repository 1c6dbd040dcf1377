namespace Saima.Modules.Notices.Deliveries;

/// <summary>The steps of a delivery. Each is saved with the revision that was read, so of two workers one takes it.</summary>
public static class DeliveryMachine
{
    /// <summary>Then it is given up: 1, 4, 16 minutes, 1, 4 and 17 hours after one another, about a day in all.</summary>
    public const int MostAttempts = 7;

    /// <summary>Longer than any attempt takes: after that the worker is taken to be dead.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);

    /// <summary>How long after a failed attempt the next one comes.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(1L << (2 * (Math.Clamp(attempts, 1, MostAttempts) - 1)));

    public static bool IsDue(Delivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.State switch
        {
            DeliveryState.Waiting or DeliveryState.Failed => delivery.NextAt <= now,
            DeliveryState.Sending => delivery.ClaimedUntil <= now,
            _ => false,
        };
    }

    /// <summary>Takes it up; the attempt is counted at once, so that one that ends the worker is not begun for ever.</summary>
    /// <returns>Whether there is an attempt to make; else it was given up, or is not due.</returns>
    public static bool Take(Delivery delivery, string worker, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (!IsDue(delivery, now))
        {
            return false;
        }

        if (delivery.Attempts >= MostAttempts)
        {
            End(delivery, DeliveryState.GaveUp, now);
            delivery.Fault ??= DeliveryFault.Interrupted;
            return false;
        }

        Step(delivery, DeliveryState.Sending);
        (delivery.Attempts, delivery.ClaimedBy, delivery.ClaimedUntil) = (delivery.Attempts + 1, worker, now + Claim);
        return true;
    }

    /// <summary>Notes what came of the attempt.</summary>
    /// <param name="next">Moves the next attempt out of quiet hours.</param>
    public static void Finish(Delivery delivery, Attempt attempt, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset> next)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(next);
        if (delivery.State != DeliveryState.Sending)
        {
            throw new InvalidOperationException("Only what is being sent comes to an end.");
        }

        (delivery.Fault, delivery.FaultCode) = (attempt.Fault, attempt.Code);
        if (attempt.Fault is null)
        {
            End(delivery, DeliveryState.Sent, now);
        }
        else if (IsFinal(attempt.Fault.Value) || delivery.Attempts >= MostAttempts)
        {
            End(delivery, DeliveryState.GaveUp, now);
        }
        else
        {
            Step(delivery, DeliveryState.Failed);
            delivery.NextAt = next(now + Pause(delivery.Attempts));
        }
    }

    /// <summary>Puts it off until quiet hours are over; no attempt is counted.</summary>
    public static void PutOff(Delivery delivery, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        Step(delivery, delivery.State == DeliveryState.Sending ? DeliveryState.Failed : delivery.State);
        delivery.NextAt = until;
    }

    /// <summary>Nothing is left to be said, or nobody to say it to.</summary>
    public static void Drop(Delivery delivery, DateTimeOffset now) => End(delivery, DeliveryState.Dropped, now);

    public static bool MayRetry(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.State is DeliveryState.Failed or DeliveryState.GaveUp;
    }

    /// <summary>Begins anew at once, as an administrator wished.</summary>
    public static void Retry(Delivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        Step(delivery, DeliveryState.Waiting);
        (delivery.Attempts, delivery.NextAt, delivery.EndedAt) = (0, now, null);
    }

    private static bool IsFinal(DeliveryFault fault) => fault is DeliveryFault.Refused or DeliveryFault.Redirected or DeliveryFault.Forbidden or DeliveryFault.Unreadable;

    private static void End(Delivery delivery, DeliveryState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        Step(delivery, state);
        delivery.EndedAt = now;
    }

    private static void Step(Delivery delivery, DeliveryState state) =>
        (delivery.State, delivery.ClaimedBy, delivery.ClaimedUntil, delivery.Revision) = (state, null, null, delivery.Revision + 1);
}
