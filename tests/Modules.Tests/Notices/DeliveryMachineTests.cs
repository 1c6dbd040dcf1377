using CsCheck;
using Saima.Modules.Notices.Deliveries;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

public sealed class DeliveryMachineTests
{
    private enum Step
    {
        Take,
        Taken,
        Later,
        Refused,
        Die,
        PutOff,
        Drop,
        Retry,
        Wait,
    }

    [Fact]
    public void However_it_goes_a_delivery_is_with_one_worker_ends_once_and_is_tried_a_known_number_of_times()
    {
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 2000]).Array[1, 80].Sample(steps =>
        {
            var now = new DateTimeOffset(2024, 3, 7, 2, 0, 0, TimeSpan.Zero);
            var delivery = new Delivery { Id = Guid.NewGuid(), Person = "p", MadeAt = now, NextAt = now };
            var (sent, tried) = (0, 0);
            foreach (var (step, minutes) in steps)
            {
                var (state, revision, attempts) = (delivery.State, delivery.Revision, delivery.Attempts);
                switch (step)
                {
                    case Step.Take:
                        var due = DeliveryMachine.IsDue(delivery, now);
                        if (DeliveryMachine.Take(delivery, "w", now))
                        {
                            due.ShouldBeTrue();
                            (delivery.State, delivery.Attempts, delivery.ClaimedBy).ShouldBe((DeliveryState.Sending, attempts + 1, "w"));
                            DeliveryMachine.IsDue(delivery, now).ShouldBeFalse();
                            tried++;
                        }
                        else if (!due)
                        {
                            delivery.Revision.ShouldBe(revision);
                        }

                        break;
                    case Step.Taken or Step.Later or Step.Refused when state == DeliveryState.Sending:
                        DeliveryMachine.Finish(delivery, new(step switch { Step.Taken => null, Step.Later => DeliveryFault.Later, _ => DeliveryFault.Refused }), now, next => next);
                        sent += delivery.State == DeliveryState.Sent ? 1 : 0;
                        break;
                    case Step.Taken or Step.Later or Step.Refused:
                        Should.Throw<InvalidOperationException>(() => DeliveryMachine.Finish(delivery, new(), now, next => next));
                        break;
                    case Step.Die when state == DeliveryState.Sending:
                        now = delivery.ClaimedUntil!.Value;
                        break;
                    case Step.PutOff when DeliveryMachine.IsDue(delivery, now):
                        DeliveryMachine.PutOff(delivery, now.AddMinutes(minutes + 1));
                        delivery.Attempts.ShouldBe(attempts);
                        break;
                    case Step.Drop when state == DeliveryState.Sending:
                        DeliveryMachine.Drop(delivery, now);
                        break;
                    case Step.Retry when DeliveryMachine.MayRetry(delivery):
                        DeliveryMachine.Retry(delivery, now);
                        tried = 0;
                        break;
                    default:
                        now = now.AddMinutes(minutes);
                        break;
                }

                delivery.Attempts.ShouldBe(tried);
                tried.ShouldBeLessThanOrEqualTo(DeliveryMachine.MostAttempts);
                sent.ShouldBeLessThanOrEqualTo(1);
                (delivery.State == DeliveryState.Sending).ShouldBe(delivery.ClaimedBy is not null && delivery.ClaimedUntil is not null);
                (delivery.State is DeliveryState.Sent or DeliveryState.GaveUp or DeliveryState.Dropped).ShouldBe(delivery.EndedAt is not null);
                delivery.Revision.ShouldBeGreaterThanOrEqualTo(revision);
                if (state is DeliveryState.Sent or DeliveryState.Dropped)
                {
                    delivery.State.ShouldBe(state);
                }
            }
        });
    }

    [Fact]
    public void Attempts_come_after_one_four_sixteen_minutes_and_so_on_for_about_a_day()
    {
        Enumerable.Range(1, DeliveryMachine.MostAttempts - 1).Select(attempt => DeliveryMachine.Pause(attempt).TotalMinutes).ShouldBe([1, 4, 16, 64, 256, 1024]);
    }
}
