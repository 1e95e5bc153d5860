// A job for the client of oapi-codegen: list, page, write conditionally, simulate, and handle errors.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/oapi-codegen/runtime/types"

	"job/atlas"
)

const mandate = "iom-area-facilitating-migration"

var day = types.Date{Time: time.Date(2004, 12, 31, 0, 0, 0, 0, time.UTC)}

type job struct {
	client *atlas.ClientWithResponses
}

func check(holds bool, details any) error {
	if !holds {
		return fmt.Errorf("%+v", details)
	}
	return nil
}

func pointer[T any](value T) *T {
	return &value
}

func (j job) pagesToTheEnd(ctx context.Context) error {
	seen := map[string]bool{}
	params := atlas.ListMandatesParams{
		Institution: &[]string{"iom"}, ValidAt: &day, Limit: pointer(5), WithTotal: pointer(true),
	}
	for {
		response, err := j.client.ListMandatesWithResponse(ctx, &params)
		if err != nil {
			return err
		}
		page := response.JSON200
		if page == nil || len(page.Items) > 5 {
			return fmt.Errorf("%s %s", response.Status(), response.Body)
		}
		for _, item := range page.Items {
			if seen[item.Id] || item.Institution != "iom" {
				return fmt.Errorf("%s of %s", item.Id, item.Institution)
			}
			seen[item.Id] = true
		}
		if page.Next == nil {
			return check(len(seen) > 5 && page.Total != nil && int64(len(seen)) == *page.Total, seen)
		}
		next, err := url.Parse(*page.Next)
		if err != nil {
			return err
		}
		params.Cursor = pointer(next.Query().Get("cursor"))
	}
}

func (j job) patch(ctx context.Context, title, tag string) (*atlas.PatchMandateResponse, error) {
	return j.client.PatchMandateWithApplicationMergePatchPlusJSONBodyWithResponse(ctx, mandate,
		&atlas.PatchMandateParams{IfMatch: &tag}, atlas.MandatePatch{Title: &title})
}

func (j job) writesConditionally(ctx context.Context) error {
	before, err := j.client.GetMandateWithResponse(ctx, mandate, nil)
	if err != nil {
		return err
	}
	if before.JSON200 == nil {
		return errors.New(before.Status())
	}
	title := before.JSON200.Title
	after, err := j.patch(ctx, title+" (oapi-codegen)", before.HTTPResponse.Header.Get("ETag"))
	if err != nil {
		return err
	}
	if after.JSON200 == nil || *after.JSON200.Version != *before.JSON200.Version+1 {
		return fmt.Errorf("%s %s", after.Status(), after.Body)
	}
	again, err := j.patch(ctx, title, fmt.Sprintf("%q", fmt.Sprint(*after.JSON200.Version)))
	if err != nil {
		return err
	}
	return check(again.JSON200 != nil && again.JSON200.Title == title, again.Status())
}

func (j job) rejectsAWrongCondition(ctx context.Context) error {
	rejection, err := j.patch(ctx, "Unwritten", `"999"`)
	if err != nil {
		return err
	}
	problem := rejection.ApplicationproblemJSON412
	return check(rejection.StatusCode() == http.StatusPreconditionFailed && problem != nil && problem.Status == 412,
		rejection.Status())
}

func (j job) reportsWhatDoesNotExist(ctx context.Context) error {
	missing, err := j.client.GetMandateWithResponse(ctx, "no-such-mandate", nil)
	if err != nil {
		return err
	}
	problem := missing.ApplicationproblemJSON404
	return check(missing.StatusCode() == http.StatusNotFound && problem != nil && problem.Status == 404,
		missing.Status())
}

func (j job) simulates(ctx context.Context) error {
	var operation atlas.Operation
	if err := operation.FromEndInstitution(atlas.EndInstitution{Institution: "iom"}); err != nil {
		return err
	}
	response, err := j.client.SimulateOperationsWithResponse(ctx, &atlas.SimulateOperationsParams{ValidAt: &day},
		atlas.SimulationRequest{Operations: []atlas.Operation{operation}})
	if err != nil {
		return err
	}
	simulation := response.JSON200
	return check(simulation != nil && len(simulation.MandatesTouched) > 0 && len(simulation.InstitutionsTouched) > 0 &&
		len(simulation.Before.Functions) == len(simulation.After.Functions), response.Status())
}

func main() {
	address, token := os.Args[1], os.Args[2]
	client, err := atlas.NewClientWithResponses(address,
		atlas.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+token)
			return nil
		}))
	if err != nil {
		panic(err)
	}
	j := job{client}
	perform("oapi-codegen", j.pagesToTheEnd, j.writesConditionally, j.rejectsAWrongCondition, j.reportsWhatDoesNotExist,
		j.simulates)
}
